package cn.gdpilot.domain.disc;

import java.time.Instant;
import java.util.List;

/**
 * A signed list whose materials go onto a disc.
 *
 * @param id       key of the list, round and unit
 * @param folder   name of the folder that holds all, and of the files to be saved
 * @param unit     name of the unit that hands it in
 * @param signedAt when the list was signed: the time of all entries
 * @param projects in order of priority
 * @param papers   papers of the list itself, for each disc
 */
public record DiscList(
        String id, String folder, String unit, Instant signedAt, List<DiscProject> projects, List<DiscPaper> papers) {}

package cn.gdpilot.dossier.disc;

import cn.gdpilot.dossier.Material;
import cn.gdpilot.wording.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which file lies where: a folder for each project in order of priority, in it one for each class of materials (R2.13). */
class DiscTree {

    /** What some file system, or BagIt itself, does not take in a name. */
    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|%\\p{Cntrl}]|^[. ]+|[. ]+$");
    /** Names of 110 characters are what discs take (Joliet); the rest is for number and ending. */
    private static final int LONGEST = 80;

    private final List<DiscFile> files = new ArrayList<>();
    private final StringBuilder index = new StringBuilder();
    private final Set<String> taken = new HashSet<>();

    DiscTree(List<DiscProject> projects) {
        for (int i = 0; i < projects.size(); i++) {
            add(i + 1, projects.get(i));
        }
    }

    List<DiscFile> files() {
        return files;
    }

    /** The table of contents (索引目录) as text. */
    String index() {
        return index.toString();
    }

    private void add(int place, DiscProject project) {
        String folder = "data/%02d_%s_%s".formatted(place, project.number(), fit(project.name()));
        index.append(Texts.of("disc.project", place, project.name(), project.applicant(), project.number())).append('\n');
        for (Material material : project.materials()) {
            // Labels carry hints for the form in brackets; a folder needs none.
            String kind = Texts.label("material", material.kind()).replaceAll("（.*）", "");
            String path = free(folder + "/" + kind, material.name());
            files.add(new DiscFile(path, material));
            index.append("    ").append(path.substring("data/".length())).append('\n');
        }
    }

    /** The name, or the name with a number where it is taken: two files of one class may have the same. */
    private String free(String folder, String name) {
        String fit = fit(name);
        int dot = fit.lastIndexOf('.');
        String stem = dot > 0 ? fit.substring(0, dot) : fit;
        String ending = dot > 0 ? fit.substring(dot) : "";
        String path = folder + "/" + fit;
        for (int i = 2; !taken.add(path.toLowerCase(Locale.ROOT)); i++) {
            path = folder + "/" + stem + "(" + i + ")" + ending;
        }
        return path;
    }

    private static String fit(String name) {
        String plain = UNFIT.matcher(name).replaceAll("_");
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int dot = plain.lastIndexOf('.');
        String ending = dot > 0 && plain.length() - dot <= 6 ? plain.substring(dot) : "";
        return plain.substring(0, LONGEST - ending.length()) + ending;
    }
}

package cn.gdpilot.domain.disc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What came out of comparing a disc with the list.
 *
 * @param volume  which disc it was
 * @param volumes of how many
 * @param scope   what was compared
 * @param missing files that are not there
 * @param changed files with another content
 * @param extra   files that do not belong there
 */
public record DiscFindings(
        int volume, int volumes, Scope scope, List<String> missing, List<String> changed, List<String> extra) {

    /** How far a check went. */
    public enum Scope {
        /** Every file was read. */
        FILES,
        /** Only what the manifests say was looked at. */
        MANIFEST
    }

    /**
     * Compares with the disc that is most like it.
     *
     * @param candidates the discs that it may be, at least one
     */
    public static DiscFindings of(List<DiscVolume> candidates, DiscEvidence evidence) {
        return candidates.stream()
                .map(volume -> compare(volume, evidence))
                .min(Comparator.comparingInt(DiscFindings::count))
                .orElseThrow();
    }

    /** True if it is just what it should be. */
    public boolean whole() {
        return count() == 0;
    }

    private int count() {
        return missing.size() + changed.size() + extra.size();
    }

    private static DiscFindings compare(DiscVolume volume, DiscEvidence evidence) {
        Map<String, String> expected = volume.hashes();
        boolean files = evidence.coversFiles();
        List<String> missing = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        expected.forEach((path, hash) -> {
            String found = files
                    ? evidence.found().get(path)
                    : evidence.found().getOrDefault(path, evidence.claimed().get(path));
            if (found == null && (files || evidence.coversManifest() && path.startsWith("data/"))) {
                missing.add(path);
            } else if (found != null && !found.equals(hash)) {
                changed.add(path);
            }
        });
        List<String> extra = Stream.concat(evidence.found().keySet().stream(), evidence.claimed().keySet().stream())
                .distinct()
                .filter(path -> !expected.containsKey(path))
                .toList();
        return new DiscFindings(
                volume.number(), volume.count(), files ? Scope.FILES : Scope.MANIFEST, missing, changed, extra);
    }
}

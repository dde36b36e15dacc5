package cn.gdpilot.domain.disc;

import cn.gdpilot.domain.disc.image.Hashes;
import cn.gdpilot.domain.text.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person found on a disc.
 *
 * @param found   hashes of files that were read, by path
 * @param claimed hashes that the disc's own manifests state, by path
 */
public record DiscEvidence(Map<String, String> found, Map<String, String> claimed) {

    private static final Set<String> MANIFESTS = Set.of("manifest-sha256.txt", "tagmanifest-sha256.txt");
    private static final Set<String> TAGS = Set.of("bagit.txt", "bag-info.txt");
    private static final String PAYLOAD = "data/";

    /**
     * Takes in what was handed over.
     *
     * @param sums  output of sha256sum over the disc; may be empty
     * @param files tag files of the disc, or outputs of sha256sum
     * @throws Refusal if there is nothing that tells one disc from another, or a line is none of sha256sum's
     */
    public static DiscEvidence of(String sums, List<Handed> files) {
        Map<String, String> found = new LinkedHashMap<>(SumList.parse(sums));
        Map<String, String> claimed = new LinkedHashMap<>();
        for (Handed file : files) {
            if (MANIFESTS.contains(file.name()) || TAGS.contains(file.name())) {
                found.put(file.name(), Hashes.sha256(file.content()));
            }
            if (MANIFESTS.contains(file.name())) {
                claimed.putAll(SumList.parse(SumList.decode(file.content())));
            } else if (!TAGS.contains(file.name())) {
                found.putAll(SumList.parse(SumList.decode(file.content())));
            }
        }
        DiscEvidence evidence = new DiscEvidence(fromRoot(found), claimed);
        // bagit.txt alone is the same on every disc.
        if (!evidence.coversFiles() && MANIFESTS.stream().noneMatch(found::containsKey)) {
            throw Refusal.invalid("disc.check-empty");
        }
        return evidence;
    }

    /** Whether files were read, not only what the manifests say of them. */
    boolean coversFiles() {
        return found.keySet().stream().anyMatch(path -> path.startsWith(PAYLOAD));
    }

    /** Whether the list of all files was among what was handed over. */
    boolean coversManifest() {
        return found.containsKey("manifest-sha256.txt");
    }

    /** Paths from the disc's root on, wherever the person stood: the root is where bagit.txt lies. */
    private static Map<String, String> fromRoot(Map<String, String> found) {
        String root = found.keySet().stream()
                .filter(path -> path.endsWith("/bagit.txt") && !path.contains("/" + PAYLOAD))
                .map(path -> path.substring(0, path.length() - "bagit.txt".length()))
                .findFirst()
                .orElse("");
        Map<String, String> paths = new LinkedHashMap<>();
        found.forEach((path, hash) -> paths.put(path.startsWith(root) ? path.substring(root.length()) : path, hash));
        return paths;
    }

    /**
     * A file that was handed over.
     *
     * @param name    its name, without folders
     * @param content its bytes
     */
    public record Handed(String name, byte[] content) {}
}

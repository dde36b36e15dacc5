package cn.gdpilot.domain.material;

import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.FurtherLabels;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The kinds of materials that may be handed in: those of every year, and those of {@code material-kinds.csv}. How many of each are
 * asked for, and in which formats, says the table required-materials.
 */
@Component
public class MaterialKinds {

    /** Name of the list. */
    public static final String FILE = "material-kinds.csv";

    private static final int MOST = 12;

    private final Edited<Map<MaterialKind, String>> further;
    private final Map<MaterialKind, String> seen = new LinkedHashMap<>();

    /** Reads the list; its labels are those of pages, papers and disc. */
    public MaterialKinds(ReferenceFiles files) {
        this.further = files.edited(List.of(FILE), MaterialKinds::read);
        FurtherLabels.give(FILE, List.of("material", "item", "index.class"), name -> label(MaterialKind.valueOf(name)));
    }

    /** All kinds, in the order of pages and papers. */
    public List<MaterialKind> all() {
        List<MaterialKind> all = new ArrayList<>(MaterialKind.OF_EVERY_YEAR);
        all.addAll(known().keySet());
        return all;
    }

    /** True for a kind of every year, or one of the list. */
    public static boolean isKnown(String name) {
        return !Texts.label("material", name).equals(name);
    }

    /** Names of all kinds. */
    public List<String> names() {
        return all().stream().map(MaterialKind::name).toList();
    }

    /** Names of the kinds of every year. */
    public static List<String> ofEveryYear() {
        return MaterialKind.OF_EVERY_YEAR.stream().map(MaterialKind::name).toList();
    }

    private String label(MaterialKind kind) {
        return known().get(kind);
    }

    /**
     * A kind as clients write it: APPLICATION_FORM or application-form.
     *
     * @throws Refusal if there is no such kind
     */
    public MaterialKind parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.byRule("R2.13", "material.kind"));
    }

    /** Those of the list; one that was taken out stays until the next start, because the running table may still ask for it. */
    private Map<MaterialKind, String> known() {
        Map<MaterialKind, String> present = further.value();
        synchronized (seen) {
            seen.putAll(present);
            return new LinkedHashMap<>(seen);
        }
    }

    private static Map<MaterialKind, String> read(ReferenceFiles.Lists lists) {
        Map<MaterialKind, String> read = new LinkedHashMap<>();
        lists.rows(FILE).forEach(row -> {
            String name = row.get("kind");
            if (!name.matches("[A-Z][A-Z0-9_]{2,29}")
                    || MaterialKind.OF_EVERY_YEAR.contains(MaterialKind.valueOf(name))) {
                throw new IllegalArgumentException("kind: " + name);
            }
            if (row.get("label").isEmpty() || row.get("label").length() > 40) {
                throw new IllegalArgumentException("label of " + name);
            }
            read.put(MaterialKind.valueOf(name), row.get("label"));
        });
        if (read.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " kinds");
        }
        return read;
    }
}

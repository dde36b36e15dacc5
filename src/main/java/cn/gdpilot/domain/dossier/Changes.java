package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.SubmittedVersion;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two submitted versions: field by field, file by file. */
final class Changes {

    private static final Map<String, Function<Application, Object>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("projectName", Application::projectName);
        FIELDS.put("direction", Application::direction);
        FIELDS.put("summary", Application::summary);
        FIELDS.put("registeredIn", application -> word("registeredIn", application.registeredIn()));
        FIELDS.put("legalPerson", application -> word("yesno", application.legalPerson()));
        FIELDS.put("majorAccident", application -> word("yesno", application.majorAccident()));
        FIELDS.put("commitmentLetter", application -> word("yesno", application.commitmentLetter()));
        FIELDS.put("built", application -> word("yesno", application.built()));
        FIELDS.put("innovationProject", application -> word("innovationProject", application.innovationProject()));
        FIELDS.put("demonstrationBase", application -> word("yesno", application.demonstrationBase()));
        FIELDS.put("innovationAccepted", application -> word("yesno", application.innovationAccepted()));
        FIELDS.put("revolutionaryArea", application -> word("yesno", application.revolutionaryArea()));
        FIELDS.put("markedEffect", application -> word("yesno", application.markedEffect()));
        FIELDS.put("contactName", Application::contactName);
        FIELDS.put("contactPhone", Application::contactPhone);
        FIELDS.put("contactEmail", Application::contactEmail);
    }

    private Changes() {}

    static List<Change> between(SubmittedVersion before, SubmittedVersion after) {
        List<Change> changes = new ArrayList<>();
        FIELDS.forEach((name, value) -> {
            Object was = value.apply(before.application());
            Object became = value.apply(after.application());
            if (!Objects.equals(was, became)) {
                changes.add(new Change(Texts.label("item", name), words(was), words(became)));
            }
        });
        changes.addAll(files(byPlace(before), byPlace(after)));
        return changes;
    }

    private static List<Change> files(Map<String, Material> before, Map<String, Material> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(place -> !Objects.equals(hash(before.get(place)), hash(after.get(place))))
                .map(place -> new Change(place, hash(before.get(place)), hash(after.get(place))))
                .toList();
    }

    /** A file of the same kind and name takes the place of the earlier one. */
    private static Map<String, Material> byPlace(SubmittedVersion version) {
        return version.materials().stream()
                .collect(Collectors.toMap(
                        file -> Texts.label("material", file.kind()) + " · " + file.name(),
                        Function.identity(),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    private static String hash(Material file) {
        return file == null ? null : "SHA-256 " + file.sha256().substring(0, 12) + "…";
    }

    private static Object word(String family, Object value) {
        return value == null ? null : Texts.label(family, value);
    }

    private static String words(Object value) {
        return value == null || value.toString().isBlank() ? Texts.of("none") : value.toString();
    }
}

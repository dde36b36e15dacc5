package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.SubmittedVersion;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.extra.ExtraFact;
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

    private static final Map<String, Function<ApplicationForm, Object>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("projectName", ApplicationForm::projectName);
        FIELDS.put("direction", ApplicationForm::direction);
        FIELDS.put("summary", ApplicationForm::summary);
        FIELDS.put("registeredIn", form -> word("registeredIn", form.registeredIn()));
        FIELDS.put("legalPerson", form -> word("yesno", form.legalPerson()));
        FIELDS.put("majorAccident", form -> word("yesno", form.majorAccident()));
        FIELDS.put("commitmentLetter", form -> word("yesno", form.commitmentLetter()));
        FIELDS.put("built", form -> word("yesno", form.built()));
        FIELDS.put("innovationProject", form -> word("innovationProject", form.innovationProject()));
        FIELDS.put("demonstrationBase", form -> word("yesno", form.demonstrationBase()));
        FIELDS.put("innovationAccepted", form -> word("yesno", form.innovationAccepted()));
        FIELDS.put("revolutionaryArea", form -> word("yesno", form.revolutionaryArea()));
        FIELDS.put("markedEffect", form -> word("yesno", form.markedEffect()));
        FIELDS.put("regionExplanation", ApplicationForm::regionExplanation);
        FIELDS.put("contactName", ApplicationForm::contactName);
        FIELDS.put("contactPhone", ApplicationForm::contactPhone);
        FIELDS.put("contactEmail", ApplicationForm::contactEmail);
    }

    private Changes() {}

    /** @param questions the round's own questions, by key */
    static List<Change> between(SubmittedVersion before, SubmittedVersion after, Map<String, ExtraFact> questions) {
        List<Change> changes = new ArrayList<>();
        ApplicationForm earlier = ApplicationForm.of(before.application());
        ApplicationForm later = ApplicationForm.of(after.application());
        FIELDS.forEach((name, value) -> {
            Object was = value.apply(earlier);
            Object became = value.apply(later);
            if (!Objects.equals(was, became)) {
                changes.add(new Change(Texts.label("item", name), words(was), words(became)));
            }
        });
        changes.addAll(answers(earlier.extra(), later.extra(), questions));
        changes.addAll(files(byPlace(before), byPlace(after)));
        return changes;
    }

    private static List<Change> answers(
            Map<String, String> before, Map<String, String> after, Map<String, ExtraFact> questions) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> {
                    ExtraFact question = questions.get(key);
                    return question == null
                            ? new Change(key, words(before.get(key)), words(after.get(key)))
                            : new Change(
                                    question.question(),
                                    question.shown(before.get(key)),
                                    question.shown(after.get(key)));
                })
                .toList();
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

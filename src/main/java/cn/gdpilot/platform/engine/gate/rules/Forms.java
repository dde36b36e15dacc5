package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.feel.FeelRules;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm.Part;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.variables.CaseVariables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Forms: fields and choices that the program reads, texts and conditions about what is there. */
final class Forms {

    private static final int NEWEST_SCHEMA = 16;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?!\\s*\\()\\b");
    private static final Pattern COMPARED = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*!?=\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "null",
            "true",
            "false",
            "if",
            "then",
            "else",
            "in",
            "some",
            "every",
            "satisfies",
            "contains",
            "for",
            "return",
            "between",
            "is",
            "defined",
            "list",
            "string",
            "length",
            "count",
            "item");

    /** Numbers, codes and abbreviations in capitals, e.g. R2.7 or PDF, and units. */
    private static final Pattern NO_WORD = Pattern.compile(
            "[^\\p{L}]*|[A-Z0-9.\\-+]{1,8}|[^\\p{L}]*[kMGTmcdμ]?(W|Wh|m|g|t|B|Hz|s|h|min|bps|mol|V|A|L|Pa|℃)[²³]?");

    private final Contract contract;

    Forms(Contract contract) {
        this.contract = contract;
    }

    List<Fault> faults(String file, DrawnForm form, Release release) {
        List<Fault> faults = new ArrayList<>();
        String base = file.replaceAll("\\.form$", "");
        if (form.id().isBlank() || contract.forms().contains(base) && !form.id().equals(base)) {
            faults.add(Fault.of(Rule.HOME, file, "rule.A-03.form", form.id(), base));
        }
        if (form.schema() > NEWEST_SCHEMA) {
            faults.add(Fault.of(Rule.FORM_SCHEMA, file, "rule.F-05", NEWEST_SCHEMA));
        }
        contract.fields(form.id()).stream()
                .filter(field -> !form.fields().contains(field))
                .forEach(field ->
                        faults.add(new Fault(Rule.FORM_FIELD, file, form.id(), "", Texts.of("rule.F-02", field))));
        twice(file, form, Part::id, faults);
        twice(file, form, Part::key, faults);
        Optional<Set<String>> known = known(form, release);
        for (Part part : form.parts()) {
            choices(file, form, part, faults);
            part.names().stream()
                    .filter(name -> !isReadable(name))
                    .forEach(name -> faults.add(fault(file, part, Rule.LABEL, ".form", name)));
            if (CaseVariables.KEYS.contains(part.key())) {
                faults.add(fault(file, part, Rule.FORM_KEY, "", part.key()));
            }
            if (part.preset() && part.key().equals(CaseVariables.OUTCOME)) {
                faults.add(fault(file, part, Rule.FORM_PRESET, ""));
            }
            part.feel().forEach(feel -> expression(file, form, part, feel, known, faults));
            known.ifPresent(names -> part.shown().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> faults.add(fault(file, part, Rule.FORM_SHOWN, "", name))));
        }
        return faults;
    }

    private static boolean isReadable(String name) {
        return Readable.isChinese(name)
                || Stream.of(name.strip().split("[\\s/、，；：()（）]+"))
                        .allMatch(word -> NO_WORD.matcher(word).matches());
    }

    private static void twice(String file, DrawnForm form, Function<Part, String> name, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        form.parts().stream()
                .filter(part -> !name.apply(part).isEmpty() && !seen.add(name.apply(part)))
                .forEach(part -> faults.add(fault(file, part, Rule.FORM_TWICE, "", name.apply(part))));
    }

    private void choices(String file, DrawnForm form, Part part, List<Fault> faults) {
        Set<String> answers = contract.answers(form.id(), part.key());
        if (!answers.isEmpty()) {
            part.choices().stream()
                    .filter(value -> !answers.contains(value))
                    .forEach(value ->
                            faults.add(fault(file, part, Rule.FORM_ANSWER, "", value, String.join("、", answers))));
        }
    }

    private static void expression(
            String file, DrawnForm form, Part part, String feel, Optional<Set<String>> known, List<Fault> faults) {
        if (!FeelRules.isReadable(feel, false)) {
            faults.add(fault(file, part, Rule.FORM_EXPRESSION, ".unreadable", feel));
            return;
        }
        known.ifPresent(names -> NAME.matcher(QUOTED.matcher(feel).replaceAll("\"\""))
                .results()
                .map(MatchResult::group)
                .filter(name -> !names.contains(name) && !WORDS.contains(name))
                .forEach(name -> faults.add(fault(file, part, Rule.FORM_EXPRESSION, ".name", feel, name))));
        Matcher compared = COMPARED.matcher(feel);
        while (compared.find()) {
            List<String> choices = form.choices(compared.group(1));
            if (!choices.isEmpty() && !choices.contains(compared.group(2))) {
                faults.add(fault(
                        file,
                        part,
                        Rule.FORM_EXPRESSION,
                        ".value",
                        feel,
                        compared.group(2),
                        String.join("、", choices)));
            }
        }
    }

    /** Variables that the tasks which show a form have; empty if no such task was handed in. */
    private Optional<Set<String>> known(DrawnForm form, Release release) {
        Set<String> known = new HashSet<>(form.fields());
        boolean isShown = false;
        for (Map.Entry<String, DrawnModel> one : release.models().entrySet()) {
            DrawnModel model = one.getValue();
            if (model.everywhere("formRef").contains(form.id())) {
                isShown = true;
                Handed handed = new Handed(one.getKey(), model, release, contract);
                known.addAll(Variables.known(handed));
            }
        }
        return isShown ? Optional.of(known) : Optional.empty();
    }

    private static Fault fault(String file, Part part, Rule rule, String key, Object... arguments) {
        return new Fault(rule, file, part.id(), part.label(), Texts.of("rule." + rule.id() + key, arguments));
    }
}

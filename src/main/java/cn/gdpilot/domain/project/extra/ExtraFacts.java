package cn.gdpilot.domain.project.extra;

import cn.gdpilot.domain.calendar.RoundList;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.project.extra.ExtraFact.Asked;
import cn.gdpilot.domain.text.FurtherLabels;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The questions of {@code extra-facts.csv}, by round. */
@Component
public class ExtraFacts {

    /** Name of the list. */
    public static final String FILE = "extra-facts.csv";

    /** Tables that judge what is declared. */
    private static final Set<String> TABLES = Set.of("applicant-eligibility", "project-eligibility");

    private static final int MOST = 30;

    private final RoundList<List<ExtraFact>> list;

    /** Reads the list. */
    public ExtraFacts(RoundLists lists) {
        this.list = lists.of(FILE, ExtraFacts::read);
        FurtherLabels.give(FILE, List.of("item"), this::label);
    }

    /** True if a place of the form belongs to one of these questions. */
    public static boolean isAsked(String place) {
        return place.startsWith(ExtraFact.PLACE) && !Texts.label("item", place).equals(place);
    }

    private String label(String place) {
        return list.now().stream()
                .filter(fact -> fact.place().equals(place))
                .map(ExtraFact::question)
                .findFirst()
                .orElse(null);
    }

    /** Questions of a round that its applicants are asked, in the list's order. */
    public List<ExtraFact> of(String roundId) {
        return asked(roundId, Asked.APPLICANT);
    }

    /** Questions of a round that are asked at the acceptance. */
    public List<ExtraFact> atAcceptance(String roundId) {
        return asked(roundId, Asked.ACCEPTANCE);
    }

    private List<ExtraFact> asked(String roundId, Asked whom) {
        return all(roundId).stream().filter(fact -> fact.asked() == whom).toList();
    }

    private List<ExtraFact> all(String roundId) {
        return list.value(roundId).stream()
                .filter(fact -> fact.round().isEmpty() || fact.round().equals(roundId))
                .toList();
    }

    /** Questions of all rounds whose answers that table is asked with, as the list stands now. */
    public List<ExtraFact> ofTable(String table) {
        return list.now().stream().filter(fact -> fact.table().equals(table)).toList();
    }

    /**
     * Answers as they are kept; those that are not given stay out.
     *
     * @throws Refusal if the round asks no such question, or an answer does not fit
     */
    public Map<String, String> normal(String roundId, Map<String, String> typed) {
        if (typed == null) {
            return Map.of();
        }
        Map<String, String> kept = new LinkedHashMap<>();
        List<ExtraFact> asked = of(roundId);
        typed.forEach((key, answer) -> kept.put(
                key,
                asked.stream()
                        .filter(fact -> fact.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("extra.unknown", key))
                        .normal(answer)));
        return kept;
    }

    /** What a table is asked with beside its own inputs: every declared question, null where it is not answered. */
    public Map<String, Object> inputs(String roundId, String table, Map<String, String> kept) {
        Map<String, Object> inputs = new HashMap<>();
        all(roundId).stream()
                .filter(fact -> fact.table().equals(table))
                .forEach(fact -> inputs.put(fact.key(), fact.value(kept.get(fact.key()))));
        return inputs;
    }

    /** Questions of a round that the answers leave open and a submission must answer. */
    public List<ExtraFact> missing(String roundId, Map<String, String> kept) {
        return of(roundId).stream()
                .filter(fact ->
                        fact.required() && kept.getOrDefault(fact.key(), "").isEmpty())
                .toList();
    }

    /** Each question of a round with its answer in words; an answer whose question the list has lost stands under its key. */
    public Map<String, String> shown(String roundId, Map<String, String> kept) {
        Map<String, String> shown = new LinkedHashMap<>();
        Map<String, String> rest = new LinkedHashMap<>(kept);
        of(roundId).forEach(fact -> shown.put(fact.question(), fact.shown(rest.remove(fact.key()))));
        shown.putAll(rest);
        return shown;
    }

    private static List<ExtraFact> read(List<CSVRecord> rows) {
        List<ExtraFact> facts = rows.stream()
                .map(row -> new ExtraFact(
                        row.get("round"),
                        row.get("key"),
                        row.get("question"),
                        row.get("hint"),
                        ExtraFact.Type.valueOf(row.get("type")),
                        row.get("range"),
                        Boolean.parseBoolean(row.get("required")),
                        Asked.valueOf(row.get("asked")),
                        row.get("table"),
                        row.get("rule")))
                .toList();
        Set<String> seen = new LinkedHashSet<>();
        facts.forEach(fact -> {
            if (!seen.add(fact.round() + " " + fact.key())) {
                throw new IllegalArgumentException("twice: " + fact.key());
            }
        });
        facts.stream()
                .filter(fact -> !fact.table().isEmpty() && !TABLES.contains(fact.table()))
                .findFirst()
                .ifPresent(fact -> {
                    throw new IllegalArgumentException("table of " + fact.key() + " is none of " + TABLES);
                });
        if (facts.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " questions");
        }
        return facts;
    }
}

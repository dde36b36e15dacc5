package cn.gdpilot.domain.project.extra;

import cn.gdpilot.domain.calendar.RoundList;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.project.extra.ExtraFact.Asked;
import cn.gdpilot.domain.text.FurtherLabels;
import cn.gdpilot.domain.text.ListFault;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
        return everywhere()
                .filter(fact -> fact.place().equals(place))
                .map(ExtraFact::question)
                .findFirst()
                .orElse(null);
    }

    /** Questions of a round that its applicants are asked, in the list's order; a line that names the round wins. */
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
        List<ExtraFact> all = list.value(roundId);
        return all.stream()
                .filter(fact -> fact.round().equals(roundId)
                        || fact.round().isEmpty()
                                && all.stream()
                                        .noneMatch(own -> own.round().equals(roundId)
                                                && own.key().equals(fact.key())))
                .toList();
    }

    /** Questions whose answers that table is asked with: of the list as it stands now, and of the editions that open rounds keep. */
    public List<ExtraFact> ofTable(String table) {
        return everywhere()
                .filter(fact -> fact.table().equals(table))
                .distinct()
                .toList();
    }

    private Stream<ExtraFact> everywhere() {
        return list.everywhere().stream().flatMap(List::stream);
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

    /** A key is asked once in a round, and is one input of one table: lines of several rounds agree about that. */
    private static void check(ExtraFact fact, List<ExtraFact> facts) {
        for (ExtraFact other : facts) {
            if (other == fact || !other.key().equals(fact.key())) {
                continue;
            }
            if (other.round().equals(fact.round())) {
                throw ListFault.of("extra.fault-twice", fact.key());
            }
            if (other.type() != fact.type() || !other.table().equals(fact.table())) {
                throw ListFault.of("extra.fault-differs", fact.key());
            }
        }
        if (!fact.table().isEmpty() && !TABLES.contains(fact.table())) {
            throw ListFault.of("extra.fault-table", fact.key(), TABLES);
        }
    }

    private static List<ExtraFact> read(List<CSVRecord> rows) {
        List<ExtraFact> facts = ListFault.each(
                rows,
                row -> new ExtraFact(
                        row.get("round"),
                        row.get("key"),
                        row.get("question"),
                        row.get("hint"),
                        ListFault.constant(ExtraFact.Type.class, "type", row.get("type")),
                        row.get("range"),
                        ListFault.yes("required", row.get("required")),
                        ListFault.constant(Asked.class, "asked", row.get("asked")),
                        row.get("table"),
                        row.get("rule")));
        facts.forEach(fact -> check(fact, facts));
        if (facts.size() > MOST) {
            throw ListFault.of("extra.fault-many", MOST);
        }
        return facts;
    }
}

package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.duplicate.DuplicateVerdict;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.mail.ReminderWords;
import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.project.direction.DirectionList;
import cn.gdpilot.domain.project.direction.DirectionTotals;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The contracts of the tables that this program reads. A table of another name is nobody's and owes nothing. */
@Component
public class TableContracts {

    /** As long as the columns that keep them. */
    private static final int LONGEST_RULE = 10;

    /** Findings are cut to what is kept of them. */
    private static final int LONGEST_MESSAGE = 4000;

    private static final int MOST = 9999;
    private static final Predicate<Map<String, Object>> NEVER = facts -> false;
    private static final Predicate<Map<String, Object>> ALWAYS = facts -> true;
    private static final String[] RECIPIENTS = {"APPLICANT", "HANDLER", "LEAD", "DESTINATION", "DESTINATION_LEAD"};
    private static final String[] DEADLINES = {"CITY", "MINISTRY", "WORK"};
    private static final Set<String> CITY_REGIONS = Set.of("PRD", "EAST", "WEST", "NORTH");
    private static final Set<String> WITHOUT_REGION = Set.of("COMMS_ADMIN", "CENTRAL", "DEPARTMENT");

    private final Map<String, TableContract> byId = new LinkedHashMap<>();
    private final List<Object> basis;
    private final Function<String, List<ExtraFact>> extra;
    private final Supplier<List<String>> materials;

    /** The contracts with the kinds of letters, the directions and the rounds' own questions that are there. */
    @Autowired
    public TableContracts(
            LetterWords letters,
            DirectionList directions,
            DirectionTotals totals,
            ExtraFacts extraFacts,
            MaterialKinds kinds) {
        this(letters, directions, totals, extraFacts::ofTable, kinds::names);
    }

    /** The contracts where no round asks a question of its own. */
    public TableContracts(LetterWords letters, DirectionList directions, DirectionTotals totals) {
        this(letters, directions, totals, table -> List.of(), MaterialKinds::ofEveryYear);
    }

    private TableContracts(
            LetterWords letters,
            DirectionList directions,
            DirectionTotals totals,
            Function<String, List<ExtraFact>> extra,
            Supplier<List<String>> materials) {
        this.materials = materials;
        this.extra = extra;
        basis = List.of(List.copyOf(directions.all()), totals.numbers());
        TableInput applicantType = TableInput.codes(
                "applicantType", "INDUSTRIAL", "TELECOM", "IT", "INTERNET", "ACADEMIC", "PARK", "OTHER");
        TableInput channel = TableInput.codes("channel", UnitType.class);
        Cell rule = Cell.text(LONGEST_RULE);
        Cell message = Cell.text(LONGEST_MESSAGE);
        Map<String, Cell> finding =
                columns("rule", rule, "verdict", Cell.codes(Finding.Verdict.class), "message", message);

        add(
                "applicant-eligibility",
                "R2.1",
                HitPolicy.COLLECT,
                NEVER,
                finding,
                applicantType,
                channel,
                TableInput.codes("registeredIn", "GD", "CN", "OTHER"),
                TableInput.yesNo("legalPerson"),
                TableInput.yesNo("seriousDishonesty"),
                TableInput.yesNo("majorAccident"),
                TableInput.yesNo("commitmentLetter"));
        add(
                "project-eligibility",
                "R2.5",
                HitPolicy.COLLECT,
                NEVER,
                finding,
                TableInput.yesNo("built"),
                TableInput.yesNo("pilotRunning"),
                TableInput.codes("innovationProject", "NONE", "ACCEPTED", "NOT_ACCEPTED", "FAILED"));
        add(
                "application-limits",
                "R2.9",
                HitPolicy.COLLECT,
                NEVER,
                finding,
                TableInput.whole("othersInCategory", 0, 5),
                TableInput.whole("othersInTotal", 0, 5),
                TableInput.yesNo("sameProjectElsewhere"));
        add(
                "required-materials",
                "R2.13",
                HitPolicy.COLLECT,
                ALWAYS,
                columns(
                        "material",
                        Cell.oneOf(materials),
                        "minCount",
                        Cell.whole(0, MOST),
                        "formats",
                        Cell.formats(),
                        "rule",
                        rule),
                applicantType,
                channel);
        add("video-length", "R2.12", HitPolicy.FIRST, NEVER, finding, TableInput.seconds("seconds"));
        add(
                "direction-authority",
                "R1.2",
                HitPolicy.UNIQUE,
                facts -> facts.get("direction") != null,
                (facts, cells) -> Map.of(),
                table -> totals.faults(authorities(directions, table)),
                columns("department", Cell.yesNo(), "communications", Cell.yesNo()),
                TableInput.codes("direction", directions.codes().toArray(String[]::new)));
        add(
                "recommendation-quota",
                "R3.2",
                HitPolicy.UNIQUE,
                TableContracts::recommends,
                columns(
                        "quota", Cell.whole(0, MOST),
                        "destination", Cell.codes(UnitType.DEPARTMENT.name(), UnitType.MINISTRY.name()),
                        "deadline", Cell.codes(DeadlineKind.class),
                        "tableCopies", Cell.whole(0, MOST),
                        "paperCopies", Cell.whole(0, MOST),
                        "discCopies", Cell.whole(0, MOST)),
                TableInput.codes("unitType", UnitType.class),
                TableInput.codes("region", "PRD", "EAST", "WEST", "NORTH", "NONE"));
        add(
                "priority-conditions",
                "R2.14",
                HitPolicy.COLLECT,
                NEVER,
                columns("condition", Cell.text(LONGEST_MESSAGE), "message", message),
                TableInput.yesNo("demonstrationBase"),
                TableInput.yesNo("innovationAccepted"),
                TableInput.yesNo("revolutionaryArea"),
                TableInput.yesNo("markedEffect"));
        add(
                "duplicate-verdict",
                "R2.10",
                HitPolicy.FIRST,
                ALWAYS,
                columns(
                        "verdict",
                        Cell.codes(DuplicateVerdict.class),
                        "message",
                        Cell.text(TextLimit.MESSAGE.length())),
                TableInput.yesNo("sameApplicant"),
                TableInput.yesNo("sameDirection"),
                TableInput.share("similarity"),
                TableInput.yesNo("otherChannel"));
        add(
                "reminder-schedule",
                "R4.1",
                HitPolicy.COLLECT,
                NEVER,
                (facts, cells) -> emptyWords(letters, facts, cells),
                columns(
                        "recipient", Cell.codes(RECIPIENTS),
                        "template", Cell.letters(reminders(letters)),
                        "escalation", Cell.whole(0, 3)),
                TableInput.codes("deadline", DEADLINES),
                TableInput.whole("daysLeft", -30, 30),
                TableInput.yesNo("done"));
    }

    /** The contract of a decision; empty if this program does not ask it. */
    Optional<TableContract> of(String decision) {
        List<TableInput> further = extra.apply(decision).stream()
                .map(TableInput::of)
                .collect(
                        Collectors.toMap(TableInput::name, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return Optional.ofNullable(byId.get(decision)).map(contract -> contract.with(further));
    }

    /** Names of a table's inputs that a model draws; a round's own questions reach it without (decision 0160). */
    List<String> drawnInputs(String decision) {
        return byId.get(decision).inputs().stream().map(TableInput::name).toList();
    }

    /** Ids of all tables that this program asks. */
    public Collection<String> ids() {
        return byId.keySet();
    }

    /** What may differ from one start to the next in them: the reference lists. All else is part of the program. */
    List<Object> basis() {
        List<Object> all = new ArrayList<>(basis);
        all.add(materials.get());
        ids().forEach(table -> all.add(extra.apply(table)));
        return all;
    }

    private void add(
            String id,
            String rule,
            HitPolicy hits,
            Predicate<Map<String, Object>> owed,
            Map<String, Cell> outputs,
            TableInput... inputs) {
        add(id, rule, hits, owed, (facts, cells) -> Map.of(), outputs, inputs);
    }

    private void add(
            String id,
            String rule,
            HitPolicy hits,
            Predicate<Map<String, Object>> owed,
            BiFunction<Map<String, Object>, Map<String, Object>, Map<String, String>> together,
            Map<String, Cell> outputs,
            TableInput... inputs) {
        add(id, rule, hits, owed, together, table -> List.of(), outputs, inputs);
    }

    private void add(
            String id,
            String rule,
            HitPolicy hits,
            Predicate<Map<String, Object>> owed,
            BiFunction<Map<String, Object>, Map<String, Object>, Map<String, String>> together,
            TableContract.Whole whole,
            Map<String, Cell> outputs,
            TableInput... inputs) {
        byId.put(id, new TableContract(id, rule, hits, List.of(inputs), outputs, owed, together, whole));
    }

    /** Who is in charge of each direction, as that table says. */
    private static Map<String, Authority> authorities(
            DirectionList directions, Function<Map<String, Object>, List<Map<String, Object>>> table) {
        Map<String, Authority> known = new HashMap<>();
        directions
                .codes()
                .forEach(code -> table.apply(Map.of("direction", code)).stream()
                        .findFirst()
                        .ifPresent(row -> known.put(
                                code,
                                new Authority(
                                        Boolean.TRUE.equals(row.get("department")),
                                        Boolean.TRUE.equals(row.get("communications"))))));
        return known;
    }

    /** Kinds of letters that some reminder can fill. */
    private static Set<String> reminders(LetterWords letters) {
        return Stream.of(DEADLINES)
                .flatMap(deadline -> Stream.of(RECIPIENTS).map(recipient -> ReminderWords.of(deadline, recipient)))
                .flatMap(words -> letters.filledBy(words).stream())
                .collect(Collectors.toSet());
    }

    /** A letter that this recipient would get with empty words. */
    private static Map<String, String> emptyWords(
            LetterWords letters, Map<String, Object> facts, Map<String, Object> cells) {
        if (facts.get("deadline") == null) {
            return Map.of();
        }
        Set<String> fit =
                letters.filledBy(ReminderWords.of((String) facts.get("deadline"), (String) cells.get("recipient")));
        return fit.contains(cells.get("template"))
                ? Map.of()
                : Map.of(
                        "template",
                        Texts.of(
                                "table.cell.letter-of",
                                cells.get("template"),
                                cells.get("recipient"),
                                String.join("、", fit)));
    }

    private static Map<String, Cell> columns(Object... namesAndCells) {
        Map<String, Cell> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCells.length; i += 2) {
            columns.put((String) namesAndCells[i], (Cell) namesAndCells[i + 1]);
        }
        return columns;
    }

    /** The kinds of units that recommend, in the regions in which they lie. */
    private static boolean recommends(Map<String, Object> facts) {
        String type = String.valueOf(facts.get("unitType"));
        String region = String.valueOf(facts.get("region"));
        return switch (type) {
            case "CITY" -> CITY_REGIONS.contains(region);
            case "PLANNED_CITY" -> region.equals("PRD");
            default -> WITHOUT_REGION.contains(type) && region.equals("NONE");
        };
    }
}

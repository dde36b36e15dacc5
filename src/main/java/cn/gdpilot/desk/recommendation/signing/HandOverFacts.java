package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.arrival.PieceCode;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.ContactPerson;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.papers.IndexPaper;
import cn.gdpilot.domain.papers.SummaryTable;
import cn.gdpilot.domain.papers.print.QrCode;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.record.RecordAnchors;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers the facts that the papers of a signed list state: its table, the letter, covers and labels with QR codes, the index (R4.2, R4.4). */
@Component
class HandOverFacts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(PilotClock.GUANGDONG);

    /** As wide as a name. */
    private static final String BLANK = "\u3000".repeat(7);

    private final SummaryTable table;
    private final IndexPaper index;
    private final Materials materials;
    private final Units units;
    private final UnitContacts contacts;
    private final UnitDeadlines deadlines;
    private final PilotClock clock;

    HandOverFacts(
            SummaryTable table,
            IndexPaper index,
            Materials materials,
            Units units,
            UnitContacts contacts,
            UnitDeadlines deadlines,
            PilotClock clock) {
        this.table = table;
        this.index = index;
        this.materials = materials;
        this.units = units;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The facts of each paper, by the name of its template. */
    Map<String, Facts> of(
            Round round,
            Recommendation list,
            String title,
            List<SummaryTable.Line> lines,
            RecordAnchors.Anchor record) {
        String unit = units.get(list.unitId()).name();
        Map<String, Facts> facts = new LinkedHashMap<>();
        facts.put("summary", table.facts(title, unit, lines, record));
        facts.put("letter", letter(round, list, unit, lines));
        facts.put("covers", covers(round, list, unit, lines));
        facts.put(
                "index",
                index.facts(
                        unit,
                        DAY.format(clock.now()),
                        lines.stream().map(this::entry).toList()));
        return facts;
    }

    /** The unit's contact persons stand in it; a blank to write on where none are known. */
    private Facts letter(Round round, Recommendation list, String unit, List<SummaryTable.Line> lines) {
        List<ContactPerson> people = contacts.of(list.unitId()).people();
        return head(round, list, unit, lines)
                .word("tables", list.tableCopies())
                .word("papers", list.paperCopies())
                .word("discs", list.discCopies())
                .word("contact", joined(people, ContactPerson::name))
                .word("phone", joined(people, ContactPerson::phone))
                .word("deadline", deadlines.delivery(round.id(), list.unitId()).text());
    }

    private static String joined(List<ContactPerson> people, Function<ContactPerson, String> part) {
        return people.isEmpty() ? BLANK : people.stream().map(part).collect(Collectors.joining("、"));
    }

    /** A label for each table and disc, a cover for each set on paper, and one for each project in it. */
    private Facts covers(Round round, Recommendation list, String unit, List<SummaryTable.Line> lines) {
        List<Facts> labels = new ArrayList<>();
        labels(labels, list, PieceCode.Kind.TABLE, list.tableCopies());
        labels(labels, list, PieceCode.Kind.DISC, list.discCopies());
        List<Facts> sets = new ArrayList<>();
        List<Facts> books = new ArrayList<>();
        for (int set = 1; set <= list.paperCopies(); set++) {
            sets.add(piece(list, PieceCode.Kind.PAPER, set, list.paperCopies(), ""));
            for (SummaryTable.Line line : lines) {
                books.add(piece(list, PieceCode.Kind.PAPER, set, list.paperCopies(), line.number())
                        .word("place", lines.indexOf(line) + 1)
                        .word("number", line.number())
                        .word("project", line.project())
                        .word("applicant", line.applicant()));
            }
        }
        return head(round, list, unit, lines)
                .list(
                        "projects",
                        lines.stream()
                                .map(line -> line.facts(lines.indexOf(line) + 1))
                                .toList())
                .list("labels", labels)
                .list("sets", sets)
                .list("books", books);
    }

    private static void labels(List<Facts> labels, Recommendation list, PieceCode.Kind kind, int copies) {
        for (int copy = 1; copy <= copies; copy++) {
            labels.add(piece(list, kind, copy, copies, "").word("kind", Texts.label("piece", kind)));
        }
    }

    private static Facts piece(Recommendation list, PieceCode.Kind kind, int set, int of, String project) {
        String edition =
                kind == PieceCode.Kind.PAPER || list.signedAt() == null ? "" : PieceCode.edition(list.signedAt());
        String code = new PieceCode(list.roundId(), list.unitId(), kind, set, project, edition).text();
        return new Facts().word("set", set).word("of", of).word("code", code).picture("qr", () -> QrCode.png(code));
    }

    private Facts head(Round round, Recommendation list, String unit, List<SummaryTable.Line> lines) {
        return new Facts()
                .word("unit", unit)
                .word("destination", units.get(list.destination()).name())
                .word("round", round.title())
                .word("count", lines.size());
    }

    private IndexPaper.Entry entry(SummaryTable.Line line) {
        return new IndexPaper.Entry(line.number(), line.project(), line.applicant(), materials.of(line.number()));
    }
}

package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.arrival.PieceCode;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.ContactPerson;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.papers.IndexPaper;
import cn.gdpilot.domain.papers.SummaryTable;
import cn.gdpilot.domain.papers.print.QrCode;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.record.RecordAnchors;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The papers that go with a signed list: its table, a letter of transmittal, covers and labels with QR codes, an index of
 * the materials (R4.2, R4.4); each as Word file and as PDF.
 */
@Component
public class HandOverPapers {

    private static final Logger LOG = LoggerFactory.getLogger(HandOverPapers.class);
    private static final long LIMIT_BYTES = 50L * 1024 * 1024;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(PilotClock.GUANGDONG);

    /** As wide as a name. */
    private static final String BLANK = "\u3000".repeat(7);

    private final Documents documents;
    private final SummaryTable table;
    private final IndexPaper index;
    private final Materials materials;
    private final ListPapers papers;
    private final FileStore store;
    private final Units units;
    private final UnitContacts contacts;
    private final UnitDeadlines deadlines;
    private final PilotClock clock;

    HandOverPapers(
            Documents documents,
            SummaryTable table,
            IndexPaper index,
            Materials materials,
            ListPapers papers,
            FileStore store,
            Units units,
            UnitContacts contacts,
            UnitDeadlines deadlines,
            PilotClock clock) {
        this.documents = documents;
        this.table = table;
        this.index = index;
        this.materials = materials;
        this.papers = papers;
        this.store = store;
        this.units = units;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Makes them and returns their keys in the store, by name; where no font is there the list goes out without PDFs, since
     * a signature must not wait for a printer.
     */
    public Map<String, String> make(
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
        Map<String, String> made = new LinkedHashMap<>();
        facts.forEach((document, content) -> made.put(document + ".docx", stored(documents.word(document, content))));
        try {
            documents.pdfs(facts).forEach((document, paper) -> made.put(document + ".pdf", stored(paper)));
        } catch (Refusal noFont) {
            LOG.warn("No PDFs for {}: {}", list.id(), noFont.getMessage());
        }
        return made;
    }

    /** Keeps what was made with the list. */
    public void keep(Recommendation list, Map<String, String> made) {
        made.forEach((name, sha256) -> papers.keep(list, name, sha256));
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
        String code = new PieceCode(list.roundId(), list.unitId(), kind, set, project).text();
        return new Facts().word("set", set).word("of", of).word("code", code).picture("qr", QrCode.png(code));
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

    private String stored(byte[] content) {
        try {
            return store.keep(new ByteArrayInputStream(content), LIMIT_BYTES).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

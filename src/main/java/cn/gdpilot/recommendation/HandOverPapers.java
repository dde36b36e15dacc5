package cn.gdpilot.recommendation;

import cn.gdpilot.audit.RecordAnchors;
import cn.gdpilot.calendar.Round;
import cn.gdpilot.dossier.SummaryTable;
import cn.gdpilot.dossier.print.Printer;
import cn.gdpilot.dossier.print.QrCode;
import cn.gdpilot.dossier.store.FileStore;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.Units;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.UnitDeadlines;
import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The papers that go with a signed list: its table as PDF, a letter of transmittal, a cover with QR code for each set (R4.2, R4.4). */
@Component
class HandOverPapers {

    private static final Logger LOG = LoggerFactory.getLogger(HandOverPapers.class);
    private static final long LIMIT_BYTES = 50L * 1024 * 1024;

    private final Printer printer;
    private final ListPapers papers;
    private final FileStore store;
    private final Units units;
    private final UnitDeadlines deadlines;

    HandOverPapers(Printer printer, ListPapers papers, FileStore store, Units units, UnitDeadlines deadlines) {
        this.printer = printer;
        this.papers = papers;
        this.store = store;
        this.units = units;
        this.deadlines = deadlines;
    }

    /** Makes them; where no font is there the list goes out without, since a signature must not wait for a printer. */
    void make(Round round, Recommendation list, String title, List<SummaryTable.Line> lines, RecordAnchors.Anchor record) {
        String unit = units.get(list.unitId()).name();
        try {
            keep(list, ListPapers.SUMMARY, printer.print("summary", SummaryTable.sheet(title, unit, lines, record)));
            keep(list, ListPapers.COVERS, printer.print("papers", papers(round, list, unit, lines)));
        } catch (Refusal noFont) {
            LOG.warn("No papers for {}: {}", list.id(), noFont.getMessage());
        }
    }

    private Papers papers(Round round, Recommendation list, String unit, List<SummaryTable.Line> lines) {
        Unit destination = units.get(list.destination());
        return new Papers(
                unit,
                destination.name(),
                round.title(),
                deadlines.delivery(round.id(), list.unitId()).text(),
                list.tableCopies(),
                list.paperCopies(),
                list.discCopies(),
                lines,
                IntStream.rangeClosed(1, list.paperCopies()).mapToObj(number -> set(list, number)).toList());
    }

    private static PaperSet set(Recommendation list, int number) {
        String code = Texts.of("papers.code", list.roundId(), list.unitId(), number);
        return new PaperSet(number, code, QrCode.picture(code));
    }

    private void keep(Recommendation list, String name, byte[] content) {
        try {
            papers.keep(list, name, store.keep(new ByteArrayInputStream(content), LIMIT_BYTES).sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the letter and the covers say.
     *
     * @param unit        who sends
     * @param destination to whom
     * @param round       title of the round
     * @param deadline    by when it must have arrived
     * @param tables      copies of the summary table
     * @param papers      sets on paper
     * @param discs       discs
     * @param projects    in order of priority
     * @param sets        one cover each
     */
    record Papers(
            String unit,
            String destination,
            String round,
            String deadline,
            int tables,
            int papers,
            int discs,
            List<SummaryTable.Line> projects,
            List<PaperSet> sets) {}

    /**
     * The cover of one set.
     *
     * @param number from 1 on
     * @param code   what the QR code says: round, unit and number of the set
     * @param qr     the code as a picture
     */
    record PaperSet(int number, String code, String qr) {}
}

package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.Piece;
import cn.gdpilot.domain.arrival.PieceCode;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the codes on covers at the counter, and says at once what became of each. */
@Component
class PieceReader {

    private static final int SHOWN = 60;

    private final Deliveries deliveries;
    private final Applications applications;
    private final Units units;
    private final Times times;

    PieceReader(Deliveries deliveries, Applications applications, Units units, Times times) {
        this.deliveries = deliveries;
        this.applications = applications;
        this.units = units;
        this.times = times;
    }

    /**
     * Takes the piece that the line names, if it is one of the list.
     *
     * @param projects the projects of the list that have not been withdrawn
     */
    Reading read(Recommendation list, List<String> projects, String line, Instant now, Actor officer) {
        Optional<PieceCode> code = PieceCode.parse(line);
        if (code.isEmpty()) {
            return refused("piece.unknown", shown(line));
        }
        return ofList(list, projects, code.get()).orElseGet(() -> take(list, code.get(), now, officer));
    }

    private Reading take(Recommendation list, PieceCode code, Instant now, Actor officer) {
        String piece = name(code);
        return deliveries
                .take(list, code, now, officer.person())
                .filter(Piece::scanned)
                .map(taken -> new Reading(Outcome.AGAIN, Texts.of("piece.again", piece, times.of(taken.arrivedAt()))))
                .orElseGet(() -> new Reading(Outcome.TAKEN, Texts.of("piece.taken", piece)));
    }

    /** Why it is none of this list's pieces; empty if it is one. */
    private Optional<Reading> ofList(Recommendation list, List<String> projects, PieceCode code) {
        if (!code.campaign().equals(list.roundId())) {
            return Optional.of(refused("piece.other-round", name(code), code.campaign()));
        }
        if (!code.unit().equals(list.unitId())) {
            return Optional.of(refused(
                    "piece.foreign", units.find(code.unit()).map(Unit::name).orElse(code.unit())));
        }
        if (isFormer(list, code)) {
            return Optional.of(refused("piece.former", name(code)));
        }
        int copies = Deliveries.copies(list, code.kind());
        if (code.set() > copies) {
            return Optional.of(refused("piece.beyond", name(code), copies));
        }
        if (!code.project().isEmpty() && !projects.contains(code.project())) {
            boolean known = applications.find(code.project()).isPresent();
            return Optional.of(refused(known ? "piece.not-listed" : "piece.no-project", code.project()));
        }
        return Optional.empty();
    }

    /** Of a list that was taken back and signed anew: an old table or disc does not show what stands on it. */
    private static boolean isFormer(Recommendation list, PieceCode code) {
        return !code.edition().isEmpty()
                && list.signedAt() != null
                && !code.edition().equals(PieceCode.edition(list.signedAt()));
    }

    private static String name(PieceCode code) {
        String project = code.project().isEmpty() ? "" : Texts.of("piece.of-project", code.project());
        return Texts.of("piece.name", Texts.label("piece", code.kind()), code.set()) + project;
    }

    private static String shown(String line) {
        String plain = line.strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }

    private static Reading refused(String key, Object... words) {
        return new Reading(Outcome.REFUSED, Texts.of(key, words));
    }

    /** What became of a line. */
    enum Outcome {
        TAKEN,
        AGAIN,
        REFUSED
    }

    /**
     * What the counter is told of a line.
     *
     * @param outcome what became of it
     * @param words   the same in Chinese
     */
    record Reading(Outcome outcome, String words) {}
}

package cn.gdpilot.domain.arrival;

import cn.gdpilot.domain.arrival.PieceCode.Kind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has come of the lists, piece by piece; the list's row is locked by whoever writes. */
@Repository
public class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pieces of a list, by kind and number. */
    public List<Piece> pieces(Recommendation list) {
        return jdbc.sql("""
                select kind, set_no, project, scanned, arrived_at, received_by from arrived_piece
                where recommendation_id = :list order by kind, set_no, project""").param("list", list.id()).query(Piece.class).list();
    }

    /**
     * How much has come.
     *
     * @param projects the projects of the list: a set on paper whose covers are one a project is there when all are
     */
    public Delivery of(Recommendation list, Collection<String> projects) {
        List<Piece> pieces = pieces(list);
        return new Delivery(
                numbers(list, pieces, Kind.TABLE, projects).size(),
                numbers(list, pieces, Kind.PAPER, projects).size(),
                numbers(list, pieces, Kind.DISC, projects).size());
    }

    /** Takes a piece; empty if it is new, else the piece that was taken already. */
    public Optional<Piece> take(Recommendation list, PieceCode code, Instant at, String person) {
        Optional<Piece> taken = pieces(list).stream()
                .filter(piece -> piece.kind() == code.kind()
                        && piece.setNo() == code.set()
                        && piece.project().equals(code.project()))
                .findFirst();
        if (taken.isEmpty()) {
            add(list, code.kind(), code.set(), code.project(), true, at, person);
        } else if (!taken.get().scanned()) {
            // Counted by hand before: now it is known which one it is.
            jdbc.sql(
                            "update arrived_piece set scanned = true where recommendation_id = :list and kind = :kind and set_no = :set and project = :project")
                    .param("list", list.id())
                    .param("kind", code.kind().name())
                    .param("set", code.set())
                    .param("project", code.project())
                    .update();
        }
        return taken;
    }

    /**
     * Makes the pieces of a kind so many in all, as counted by hand: adds the numbers that are missing, or takes back the
     * last that were counted by hand before.
     *
     * @return how many there are now; more than {@code total} if codes were read of more
     */
    public int count(
            Recommendation list, Kind kind, int total, Collection<String> projects, Instant at, String person) {
        Set<Integer> there = numbers(list, pieces(list), kind, projects);
        int most = copies(list, kind);
        int missing = Math.min(total, most) - there.size();
        IntStream.rangeClosed(1, most)
                .filter(number -> !there.contains(number))
                .limit(Math.max(missing, 0))
                .forEach(number -> add(list, kind, number, "", false, at, person));
        pieces(list).stream()
                .filter(piece -> piece.kind() == kind && !piece.scanned())
                .sorted((one, other) -> other.setNo() - one.setNo())
                .limit(Math.max(there.size() - total, 0))
                .forEach(piece -> remove(list, piece));
        return numbers(list, pieces(list), kind, projects).size();
    }

    /** The list is made anew: what has come of the one before counts no more. Receipts and record keep it. */
    public void takenBack(Recommendation list) {
        jdbc.sql("delete from arrived_piece where recommendation_id = :list")
                .param("list", list.id())
                .update();
    }

    /** When the first piece came; empty if none has. */
    public Optional<Instant> firstArrival(Recommendation list) {
        return pieces(list).stream().map(Piece::arrivedAt).min(Instant::compareTo);
    }

    private Set<Integer> numbers(Recommendation list, List<Piece> pieces, Kind kind, Collection<String> projects) {
        return IntStream.rangeClosed(1, copies(list, kind))
                .filter(number -> whole(
                        pieces.stream()
                                .filter(piece -> piece.kind() == kind && piece.setNo() == number)
                                .map(Piece::project)
                                .collect(Collectors.toSet()),
                        projects))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static boolean whole(Set<String> covers, Collection<String> projects) {
        return covers.contains("") || !projects.isEmpty() && covers.containsAll(projects);
    }

    /** How many copies of that kind the list needs. */
    public static int copies(Recommendation list, Kind kind) {
        return switch (kind) {
            case TABLE -> list.tableCopies();
            case PAPER -> list.paperCopies();
            case DISC -> list.discCopies();
        };
    }

    private void add(
            Recommendation list, Kind kind, int number, String project, boolean scanned, Instant at, String person) {
        jdbc.sql("""
                insert into arrived_piece (recommendation_id, kind, set_no, project, scanned, arrived_at, received_by)
                values (:list, :kind, :set, :project, :scanned, :at, :person)""")
                .param("list", list.id())
                .param("kind", kind.name())
                .param("set", number)
                .param("project", project)
                .param("scanned", scanned)
                .param("at", PilotClock.timestamp(at))
                .param("person", person)
                .update();
    }

    private void remove(Recommendation list, Piece piece) {
        jdbc.sql(
                        "delete from arrived_piece where recommendation_id = :list and kind = :kind and set_no = :set and project = :project")
                .param("list", list.id())
                .param("kind", piece.kind().name())
                .param("set", piece.setNo())
                .param("project", piece.project())
                .update();
    }
}

package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lists of old revolutionary areas and of demonstration bases, beside what an applicant claims (R2.14). They help the reviewer
 * to look and decide nothing: a project may stand elsewhere than its applicant is registered.
 */
@Component
public class FavouredAreas {

    private static final String FILE = "favoured-areas.csv";
    private static final List<String> WITHOUT_COUNTY = List.of("440000", "100000");

    private final Edited<List<Area>> areas;
    private final Applicants applicants;
    private final Units units;

    FavouredAreas(ReferenceFiles files, Applicants applicants, Units units) {
        this.areas = files.edited(List.of(FILE), FavouredAreas::read);
        this.applicants = applicants;
        this.units = units;
    }

    /** Each condition that has a list, what is claimed, and what the list says. */
    public List<Line> of(Application application) {
        return Arrays.stream(Condition.values())
                .map(condition -> line(condition, application))
                .toList();
    }

    private Line line(Condition condition, Application application) {
        boolean claimed = condition == Condition.BASE
                ? application.facts().demonstrationBase()
                : application.facts().revolutionaryArea();
        List<Area> list = areas.value().stream()
                .filter(area -> area.condition() == condition)
                .toList();
        String code = applicants.get(application.applicantId()).creditCode();
        String county = CreditCode.areaOf(code);
        List<String> places = List.of(
                county, CreditCode.cityOf(code), units.get(application.unitId()).code());
        Optional<Area> listed =
                list.stream().filter(area -> places.contains(area.code())).findFirst();
        if (listed.isPresent()) {
            Area area = listed.get();
            return new Line(
                    condition,
                    claimed,
                    Standing.LISTED,
                    Texts.of("favoured.listed", area.name(), area.source(), area.asOf()));
        }
        boolean known = list.stream().anyMatch(area -> !area.sample())
                && WITHOUT_COUNTY.stream().noneMatch(county::equals);
        return known
                ? new Line(
                        condition,
                        claimed,
                        Standing.NOT_LISTED,
                        Texts.of(
                                "favoured.not-listed",
                                list.get(0).source(),
                                list.get(0).asOf()))
                : new Line(condition, claimed, Standing.UNKNOWN, Texts.of("favoured.unknown"));
    }

    private static List<Area> read(ReferenceFiles.Lists lists) {
        return lists.rows(FILE).stream()
                .map(row -> new Area(
                        Condition.valueOf(row.get("condition")),
                        row.get("area"),
                        row.get("name"),
                        row.get("source"),
                        row.get("as_of"),
                        Boolean.parseBoolean(row.get("sample"))))
                .toList();
    }

    /** A priority condition that is a matter of place. */
    public enum Condition {
        BASE,
        OLD_AREA
    }

    /** What the list says. */
    public enum Standing {
        LISTED,
        NOT_LISTED,
        /** There is no list, only a sample that does not name the place, or the code tells no county. */
        UNKNOWN
    }

    /**
     * A condition in the reviewer's view.
     *
     * @param condition which one
     * @param claimed   whether the applicant says that it fulfils it
     * @param standing  what the list says of where it is registered and where it applied
     * @param words     the same in Chinese, with source and date of the list
     */
    public record Line(Condition condition, boolean claimed, Standing standing, String words) {}

    private record Area(Condition condition, String code, String name, String source, String asOf, boolean sample) {}
}

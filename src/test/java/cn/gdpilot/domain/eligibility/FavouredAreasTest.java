package cn.gdpilot.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.eligibility.FavouredAreas.Condition;
import cn.gdpilot.domain.eligibility.FavouredAreas.Standing;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class FavouredAreasTest extends DataTest {

    private static final String HEADS = "condition,area,name,source,as_of,sample\n";

    @TempDir
    Path folder;

    @Autowired
    FavouredAreas shipped;

    @ParameterizedTest
    @CsvSource({
        "city-440100, 440101, LISTED",
        "city-440100, 440100, LISTED",
        "city-440600, 440600, LISTED",
        "city-440100, 441521, NOT_LISTED"
    })
    @DisplayName("R2.14 county, city or bureau on a real list → listed; none of them → not listed")
    void real(String unit, String area, Standing standing) throws IOException {
        FavouredAreas areas = areas("OLD_AREA," + area + ",某地,某部门名单,2026-01-01,false\n");

        assertThat(standing(areas, Condition.OLD_AREA, unit)).isEqualTo(standing);
        assertThat(standing(areas, Condition.BASE, unit)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    @DisplayName("R2.14 place that a sample does not name → the list is unknown, not the place unlisted")
    void sample() throws IOException {
        FavouredAreas areas = areas("OLD_AREA,441521,海丰县,示例,2026-01-01,true\n");

        assertThat(standing(areas, Condition.OLD_AREA, "city-440100")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    @DisplayName("R2.14 shipped lists → each row has source and date, all are marked as samples")
    void shippedLists() throws IOException {
        assertThat(Files.readAllLines(Path.of("content/reference/favoured-areas.csv")))
                .allMatch(line -> line.split(",", -1).length == 6)
                .filteredOn(line -> line.endsWith(",true"))
                .hasSizeGreaterThan(1);
        assertThat(shipped.of(application("city-440600")))
                .filteredOn(line -> line.condition() == Condition.BASE)
                .singleElement()
                .satisfies(line -> assertThat(line.words()).contains("佛山市", "示例"));
    }

    private FavouredAreas areas(String rows) throws IOException {
        Files.writeString(folder.resolve("favoured-areas.csv"), HEADS + rows);
        return new FavouredAreas(new ReferenceFiles(folder), applicants, units);
    }

    private Standing standing(FavouredAreas areas, Condition condition, String unit) {
        return areas.of(application(unit)).stream()
                .filter(line -> line.condition() == condition)
                .findFirst()
                .orElseThrow()
                .standing();
    }

    /** Its applicant's code begins with 91440101. */
    private Application application(String unit) {
        Applicant applicant = givenApplicant();
        return applications.get(givenApplication(givenRound(), unit, applicant, "项目", ApplicationState.SUBMITTED));
    }
}

package cn.gdpilot.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.identity.UnitType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

    @ParameterizedTest
    @CsvSource({"DEPARTMENT, dept-44", "MINISTRY, ministry"})
    @DisplayName("R3.2–R3.5 a destination of the table → the office that the list goes to")
    void destination(UnitType destination, String office) {
        assertThat(new Quota(8, destination, DeadlineKind.CITY, 2, 6, 1).destinationUnit())
                .isEqualTo(office);
    }
}

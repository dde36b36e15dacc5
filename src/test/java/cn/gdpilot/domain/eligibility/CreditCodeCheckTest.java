package cn.gdpilot.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.ApplicationState;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class CreditCodeCheckTest extends DataTest {

    @Autowired
    CreditCodeCheck check;

    @ParameterizedTest
    @CsvSource({
        "440106, city-440100, false",
        "440000, city-440100, false",
        "100000, city-440100, false",
        "440304, city-440300, false",
        "441900, city-441900, false",
        "440605, ca-44,       false",
        "440605, city-440100, true",
        "110105, city-440100, true"
    })
    @DisplayName("R2.2 area of the credit code and bureau → another city goes to a person")
    void region(String area, String unit, boolean referred) {
        List<Finding> found = found("91" + area, "INDUSTRIAL", unit, null);

        assertThat(found)
                .extracting(finding -> finding.rule() + " " + finding.verdict())
                .isEqualTo(referred ? List.of("R2.2 REFER") : List.of());
    }

    @Test
    @DisplayName("R2.2 explanation of the applicant → the person who decides is told that there is one")
    void explained() {
        assertThat(found("91440605", "INDUSTRIAL", "city-440100", "今年由佛山迁入"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("佛山市", "已在", "由审核人员判断"));
    }

    @ParameterizedTest
    @CsvSource({
        "91, INDUSTRIAL, false",
        "12, ACADEMIC,   false",
        "52, ACADEMIC,   false",
        "91, ACADEMIC,   true",
        "12, INDUSTRIAL, true",
        "A1, INDUSTRIAL, false"
    })
    @DisplayName("R2.1 kind of the credit code and type of applicant → a note where they seldom go together")
    void kind(String prefix, String type, boolean noted) {
        List<Finding> found = found(prefix + "440106", type, "city-440100", null);

        assertThat(found)
                .extracting(finding -> finding.rule() + " " + finding.verdict())
                .isEqualTo(noted ? List.of("R2.1 NOTE") : List.of());
    }

    private List<Finding> found(String front, String type, String unit, String explanation) {
        String id = givenApplication(givenRound(), unit, ApplicationState.DRAFT);
        applications.write(
                id,
                new ApplicationForm(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        explanation,
                        null),
                null,
                null);
        Applicant applicant = new Applicant(
                1, front + "MA00000001", "某单位", type, "", givenApplicant().contact());
        return check.of(applicant, applications.get(id));
    }
}

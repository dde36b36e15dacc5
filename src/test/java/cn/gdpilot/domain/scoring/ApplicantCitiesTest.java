package cn.gdpilot.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApplicantCitiesTest extends DataTest {

    @Autowired
    ApplicantCities cities;

    @Autowired
    Bias bias;

    @Test
    @DisplayName("applicant that entered its city → that city, written without 市")
    void entered() {
        assertThat(of("广州市", "91440300MA00000001", "city-440600")).containsExactly("广州");
    }

    @Test
    @DisplayName("no city entered → the city of its unit and the city of its credit code")
    void derived() {
        assertThat(of("", "91440605MA00000001", "city-440100")).containsExactlyInAnyOrder("广州", "佛山");
    }

    @Test
    @DisplayName("no city entered, code of the state, unit without a city → no city")
    void unknown() {
        assertThat(of("", "91100000MA00000001", "ca-44")).isEmpty();
    }

    @Test
    @DisplayName("no city entered → an expert of the derived city is biased, one of another city is not")
    void barred() {
        Applicant applicant = applicant("", "91440605MA00000001");
        Set<String> barring = of("", "91440605MA00000001", "city-440600");

        assertThat(bias.stands(expert("佛山市"), applicant, barring)).isTrue();
        assertThat(bias.stands(expert("深圳市"), applicant, barring)).isFalse();
        assertThat(bias.stands(expert(""), applicant, barring)).isFalse();
        assertThat(bias.stands(expert("佛山市"), applicant, Set.of())).isFalse();
    }

    private Set<String> of(String city, String code, String unit) {
        Application application = applications.get(givenApplication(givenRound(), unit, ApplicationState.ACCEPTED));
        return cities.of(applicant(city, code), application);
    }

    private Applicant applicant(String city, String code) {
        return new Applicant(
                1, code, "某公司", "INDUSTRIAL", city, givenApplicant().contact());
    }

    private static Expert expert(String city) {
        return new Expert("e", "甲", "某院", null, city, "a@example.org", "T01", "", true);
    }
}

package cn.gdpilot.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.project.ApplicationState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of an applicant's applications take a place beside the one that is handed in. */
class LimitFactsTest {

    private static final Application OWN = of("GD2026-00001", "2026", ApplicationState.DRAFT, "Plant A", "工厂类");

    @ParameterizedTest(name = "{0} {1} {2}: {3} in its category, {4} in all, same project {5}")
    @CsvSource({
        "2026, Plant B, 工厂类, 1, 1, false",
        "2026, Plant B, 平台类, 0, 1, false",
        "2026, PLANT A, 平台类, 0, 1, true",
        "2026, Plant A, 工厂类, 1, 1, true",
        "2025, Plant A, 工厂类, 0, 0, false"
    })
    @DisplayName("R2.8–R2.10 another submitted application → counted, compared by name")
    void other(String round, String name, String category, int inCategory, int inTotal, boolean same) {
        assertThat(beside(of("GD2026-00002", round, ApplicationState.SUBMITTED, name, category)))
                .isEqualTo(new LimitFacts(inCategory, inTotal, same));
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    @DisplayName("R2.8–R2.10 another application's state → takes a place or not")
    void state(ApplicationState state) {
        boolean counts = state.countsAgainstLimits();

        assertThat(beside(of("GD2026-00002", "2026", state, "Plant A", "工厂类")))
                .isEqualTo(new LimitFacts(counts ? 1 : 0, counts ? 1 : 0, counts));
    }

    @Test
    @DisplayName("R2.9 the application itself, submitted before → takes no place beside itself")
    void itself() {
        assertThat(beside(of(OWN.id(), "2026", ApplicationState.RETURNED, "Plant A", "工厂类")))
                .isEqualTo(new LimitFacts(0, 0, false));
    }

    @Test
    @DisplayName("R2.9 three others in two categories → all counted")
    void several() {
        List<Application> three = Stream.of("工厂类", "平台类", "平台类")
                .map(category ->
                        of("GD2026-1000" + category.length(), "2026", ApplicationState.ACCEPTED, "Plant B", category))
                .toList();

        assertThat(LimitFacts.of(OWN, three, LimitFactsTest::key)).isEqualTo(new LimitFacts(1, 3, false));
    }

    private static LimitFacts beside(Application other) {
        return LimitFacts.of(OWN, List.of(other), LimitFactsTest::key);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Application of(String id, String round, ApplicationState state, String name, String category) {
        return ApplicationFixture.given()
                .id(id)
                .roundId(round)
                .state(state)
                .projectName(name)
                .category(category)
                .build();
    }
}

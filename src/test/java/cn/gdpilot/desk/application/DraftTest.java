package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an applicant may begin and write; a refusal leaves the draft as it was. */
class DraftTest {

    private static final Actor APPLICANT = new Actor("applicant", null);
    private static final ApplicationForm NOTHING = form(null, null, null);

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends SubmissionData {

        @Autowired
        EditApplication drafts;

        private Round round;
        private Applicant applicant;

        @BeforeEach
        void given() {
            round = givenRound();
            applicant = givenApplicant();
        }

        @ParameterizedTest
        @CsvSource({"city-440100", "city-440300", "ca-44"})
        @DisplayName("R3.1 draft begun at a unit that takes applications → a draft of the open round")
        void begun(String unit) {
            String id = begin(unit, "某项目");

            assertThat(state(id)).isEqualTo(ApplicationState.DRAFT);
            assertThat(applications.get(id).roundId()).isEqualTo(round.id());
            assertThat(applications.get(id).unitId()).isEqualTo(unit);
        }

        @ParameterizedTest
        @CsvSource({"city-999999, 没有编号为“city-999999”的推荐单位", "dept-44,     不直接受理企业申请", "ministry,    不直接受理企业申请"})
        @DisplayName("R3.1 unit that does not exist or takes no applications → refused")
        void noUnit(String unit, String words) {
            refusedBy("R3.1", words, () -> begin(unit, "某项目"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "第一行\n第二行",
                    "<script>alert(1)</script>",
                    "=1+1",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "   ",
                    "\u200b\u202e",
                    "a\u2028b"
                })
        @DisplayName("name with line breaks, markup, a formula's sign or nothing visible → refused")
        void oddNames(String name) {
            refusedBy(null, "项目名称", () -> begin(CITY, name));
        }

        @Test
        @DisplayName("name of 200 characters → taken; of 201 → refused; unseen characters → dropped")
        void longNames() {
            assertThat(applications.get(begin(CITY, "长".repeat(200))).projectName())
                    .hasSize(200);
            refusedBy(null, "200", () -> begin(CITY, "长".repeat(201)));
            assertThat(applications.get(begin(CITY, " 智能\u200b工厂\u202e一期 ")).projectName())
                    .isEqualTo("智能工厂一期");
        }

        @ParameterizedTest(name = "{0} for {1}: {2}")
        @CsvSource(
                nullValues = "-",
                value = {
                    "city-440100, T01, -",
                    "city-440100, X99, R1.1",
                    "city-440100, N01, R1.2",
                    "ca-44,       N01, -",
                    "ca-44,       T01, R1.3"
                })
        @DisplayName("R1.1–R1.3 direction outside the list or the channel's authority → refused")
        void directions(String unit, String direction, String rule) {
            String id = begin(unit, "方向测试");

            if (rule == null) {
                drafts.edit(applicant.id(), id, form(direction, null, null), null);
                assertThat(applications.get(id).direction()).isEqualTo(direction);
            } else {
                refusedBy(rule, direction, () -> drafts.edit(applicant.id(), id, form(direction, null, null), null));
                assertThat(applications.get(id).direction()).isNull();
            }
        }

        @Test
        @DisplayName("summary of 4,000 characters → taken; of 4,001 → refused")
        void summary() {
            String id = begin(CITY, "简介测试");

            drafts.edit(applicant.id(), id, form(null, "长".repeat(4000), null), null);

            refusedBy(null, "4000", () -> drafts.edit(applicant.id(), id, form(null, "长".repeat(4001), null), null));
            assertThat(applications.get(id).summary()).hasSize(4000);
        }

        @ParameterizedTest
        @ValueSource(strings = {"XX", "gd", ""})
        @DisplayName("R2.2 place of registration that is no choice → refused")
        void choice(String registered) {
            String id = begin(CITY, "选项测试");

            refusedBy(null, "GD", () -> drafts.edit(applicant.id(), id, form(null, null, registered), null));
            assertThat(applications.get(id).facts().registeredIn()).isNull();
        }

        @Test
        @DisplayName("another applicant's draft → not found")
        void foreign() {
            String id = begin(CITY, "别人的");

            assertThatThrownBy(() -> drafts.edit(givenApplicant().id(), id, NOTHING, null))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }

        private String begin(String unit, String name) {
            return drafts.begin(applicant.id(), unit, name, NOTHING, APPLICANT);
        }

        private void refusedBy(String rule, String words, Runnable work) {
            assertThatThrownBy(work::run)
                    .hasMessageContaining(words)
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.rule()).isEqualTo(rule));
        }
    }

    private static ApplicationForm form(String direction, String summary, String registeredIn) {
        return new ApplicationForm(
                null,
                direction,
                summary,
                registeredIn,
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
                null);
    }
}

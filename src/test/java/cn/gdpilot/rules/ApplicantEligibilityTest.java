package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.but;
import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApplicantEligibilityTest {

    private static final String TABLE = "applicant-eligibility";

    private static final Map<String, Object> SOUND = facts(
            "applicantType",
            "INDUSTRIAL",
            "channel",
            "CITY",
            "registeredIn",
            "GD",
            "legalPerson",
            true,
            "seriousDishonesty",
            false,
            "majorAccident",
            false,
            "commitmentLetter",
            true);

    private static List<String> findings(Object... changes) {
        return Tables.findings(TABLE, but(SOUND, changes));
    }

    private static List<String> messages(Object... changes) {
        return Tables.messages(TABLE, but(SOUND, changes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INDUSTRIAL", "TELECOM", "IT", "INTERNET", "ACADEMIC", "PARK"})
    @DisplayName("R2.1 each of the six named types passes without a finding")
    void namedTypes(String type) {
        assertThat(findings("applicantType", type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER", "A_TYPE_OF_TOMORROW"})
    @DisplayName("R2.1 the list is open: another type goes to a person, it is not refused")
    void otherType(String type) {
        assertThat(findings("applicantType", type)).containsExactly("R2.1 REFER");
    }

    @Test
    @DisplayName("R2.1 no type chosen does not pass")
    void noType() {
        assertThat(findings("applicantType", null)).containsExactly("R2.1 REFUSE");
        assertThat(messages("applicantType", null)).containsExactly("请选择申报主体类型。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITY", "PLANNED_CITY", "COMMS_ADMIN", "DEPARTMENT"})
    @NullSource
    @DisplayName("R2.2 only registration in Guangdong will do for every channel but the central enterprises'")
    void registeredInGuangdong(String channel) {
        assertThat(findings("channel", channel, "registeredIn", "GD")).isEmpty();
        assertThat(findings("channel", channel, "registeredIn", "CN")).containsExactly("R2.2 REFUSE");
        assertThat(findings("channel", channel, "registeredIn", "OTHER")).containsExactly("R2.2 REFUSE");
        assertThat(messages("channel", channel, "registeredIn", "CN")).allMatch(message -> message.contains("广东省内注册"));
    }

    @ParameterizedTest
    @CsvSource({"GD,", "CN,", "OTHER,R2.2 REFUSE", "ABROAD,R2.2 REFUSE"})
    @DisplayName("R2.2 through the central-enterprise channel registration anywhere in China will do")
    void centralChannel(String registeredIn, String expected) {
        assertThat(findings("channel", "CENTRAL", "registeredIn", registeredIn))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITY", "CENTRAL"})
    @DisplayName("R2.2 registration not answered is asked for once")
    void registrationMissing(String channel) {
        assertThat(findings("channel", channel, "registeredIn", null)).containsExactly("R2.2 REFUSE");
        assertThat(messages("channel", channel, "registeredIn", null)).containsExactly("请填写申报主体的注册地。");
    }

    @Test
    @DisplayName("R2.2 without independent legal personality, or without saying so, nobody applies")
    void legalPerson() {
        assertThat(findings("legalPerson", false)).containsExactly("R2.2 REFUSE");
        assertThat(findings("legalPerson", null)).containsExactly("R2.2 REFUSE");
        assertThat(messages("legalPerson", null)).allMatch(message -> message.startsWith("请填写"));
    }

    @Test
    @DisplayName("R2.3 a record of serious dishonesty excludes; one not looked up yet goes to a person")
    void seriousDishonesty() {
        assertThat(findings("seriousDishonesty", true)).containsExactly("R2.3 REFUSE");
        assertThat(findings("seriousDishonesty", null)).containsExactly("R2.3 REFER");
        assertThat(findings("seriousDishonesty", false)).isEmpty();
    }

    @Test
    @DisplayName("R2.4 a major accident in the last five years excludes")
    void majorAccident() {
        assertThat(findings("majorAccident", true)).containsExactly("R2.4 REFUSE");
        assertThat(findings("majorAccident", null)).containsExactly("R2.4 REFUSE");
        assertThat(messages("majorAccident", null)).allMatch(message -> message.startsWith("请填写"));
    }

    @Test
    @DisplayName("R2.4 the letter of commitment must be given")
    void commitmentLetter() {
        assertThat(findings("commitmentLetter", false)).containsExactly("R2.4 REFUSE");
        assertThat(findings("commitmentLetter", null)).containsExactly("R2.4 REFUSE");
        assertThat(messages("commitmentLetter", null)).allMatch(message -> message.startsWith("请填写"));
    }

    @Test
    @DisplayName("R2.1–R2.4 all faults are told at once, each once")
    void everythingAtOnce() {
        assertThat(findings(
                        "applicantType",
                        "OTHER",
                        "registeredIn",
                        "CN",
                        "legalPerson",
                        false,
                        "seriousDishonesty",
                        true,
                        "majorAccident",
                        true,
                        "commitmentLetter",
                        false))
                .containsExactly(
                        "R2.1 REFER", "R2.2 REFUSE", "R2.2 REFUSE", "R2.3 REFUSE", "R2.4 REFUSE", "R2.4 REFUSE");
    }

    @Test
    @DisplayName("R2.1–R2.4 an empty form is refused on every question, and no engine error comes of it")
    void nothingAnswered() {
        assertThat(findings(
                        "applicantType",
                        null,
                        "channel",
                        null,
                        "registeredIn",
                        null,
                        "legalPerson",
                        null,
                        "seriousDishonesty",
                        null,
                        "majorAccident",
                        null,
                        "commitmentLetter",
                        null))
                .containsExactly(
                        "R2.1 REFUSE", "R2.2 REFUSE", "R2.2 REFUSE", "R2.3 REFER", "R2.4 REFUSE", "R2.4 REFUSE");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R2.1–R2.4 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}

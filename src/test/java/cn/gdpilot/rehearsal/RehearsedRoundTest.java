package cn.gdpilot.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.RoundReport.UnitLine;
import cn.gdpilot.running.ApplicationTest;
import cn.gdpilot.running.RealPapers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round of invented applicants that an officer starts on the page, whole, with its papers. */
@ApplicationTest
@RealPapers
class RehearsedRoundTest {

    private static final Map<String, String> PLAN = Map.of(
            "perUnit",
            "4",
            "early",
            "25",
            "lastDay",
            "25",
            "late",
            "15",
            "forget",
            "15",
            "returned",
            "20",
            "withdraw",
            "10",
            "lateUnits",
            "0",
            "seed",
            "3");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RoundPlays plays;

    @Autowired
    RoundReports reports;

    @Test
    @DisplayName(
            "a rehearsed round runs to its announcement; its report tells quotas left over, who was late, and mails per person")
    void rehearsedRound() throws IOException {
        OfficerClient officer = new OfficerClient(URI.create("http://127.0.0.1:" + port), "dept-44", "demo");
        Map<String, String> plan = new TreeMap<>(PLAN);
        plan.put("units", "city-440100");

        assertThat(officer.submitPage("/rehearsal/rounds", plan).location()).isEqualTo("/rehearsal/rounds");
        await().atMost(Duration.ofMinutes(5)).until(() -> !plays.current().running());

        assertThat(plays.current().failure()).isNull();
        String rehearsed = plays.current().round();
        RoundReport report = reports.of(rehearsed);
        UnitLine city = report.units().stream()
                .filter(one -> one.figures().unit().equals("city-440100"))
                .findFirst()
                .orElseThrow();
        assertThat(city.figures().applied() + city.unsent()).isEqualTo(4);
        assertThat(city.left())
                .isEqualTo(city.quota() - city.figures().recommended())
                .isLessThan(city.quota());
        assertThat(city.missed()).isFalse();
        assertThat(report.people()).anyMatch(one -> one.address().startsWith("rehearsal") && one.mails() > 1);
        assertThat(report.days()).anyMatch(day -> day.marks().contains("公布结果"));

        assertThat(jdbc.sql("select business_key_ from act_ru_execution where parent_id_ is null")
                        .query(String.class)
                        .list())
                .as("process instances left behind")
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from act_ru_incident")
                        .query(Integer.class)
                        .single())
                .isZero();

        Answer page = officer.send("GET", "/rehearsal/rounds/" + rehearsed, null);
        assertThat(page.body()).contains("剩余名额", "演练企业");
        byte[] exported = officer.download("/rehearsal/rounds/" + rehearsed + "/report.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported))) {
            assertThat(book.getSheet("每人收到的通知").getLastRowNum())
                    .isEqualTo(report.people().size());
        }
    }

    @Test
    @DisplayName("a plan whose shares exceed 100 per cent is refused and what was typed stays")
    void sharesBeyondWhole() {
        OfficerClient officer = new OfficerClient(URI.create("http://127.0.0.1:" + port), "dept-44", "demo");
        Map<String, String> plan = new TreeMap<>(PLAN);
        plan.put("early", "60");

        Answer answer = officer.submitPage("/rehearsal/rounds", plan);

        assertThat(answer.body()).contains("不能超过 100", "value=\"60\"");
    }
}

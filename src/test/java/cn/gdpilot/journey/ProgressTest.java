package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A round at a glance: each office counts what it may open, and every number leads to its list. */
class ProgressTest extends Journey {

    private static final String CITY = "city-440900";
    private static final String OTHER = "city-440800";

    @Test
    @DisplayName(
            "a city counts its own applications by how far they came, the Department what has come to it, another city nothing")
    void counted() {
        givenRound();
        Submitted listed = givenAccepted(CITY, "T01", "走得最远");
        Submitted accepted = givenAccepted(CITY, "T01", "只到受理");
        Submitted refused = givenSubmitted(CITY, "C01", "不予受理");
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(refused.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.7", "grounds", "未建成"))
                .ok();
        settle();
        whenListed(CITY, List.of(listed.id()));
        registerArrival("dept-44", CITY).ok();

        assertThat(projects(CITY, "stage=SUBMITTED")).contains(listed.id(), accepted.id(), refused.id());
        assertThat(projects(CITY, "stage=ACCEPTED"))
                .contains(listed.id(), accepted.id())
                .doesNotContain(refused.id());
        assertThat(projects(CITY, "stage=RECOMMENDED")).contains(listed.id()).doesNotContain(accepted.id());
        assertThat(projects(CITY, "stopped=true")).contains(refused.id()).doesNotContain(listed.id());
        assertThat(projects(CITY, "category=载体类")).contains(refused.id()).doesNotContain(listed.id());
        assertThat(projects("dept-44", "")).contains(listed.id(), "走得最远").doesNotContain(accepted.id(), refused.id());
        assertThat(projects(OTHER, "")).doesNotContain(listed.id(), accepted.id(), refused.id());
    }

    @Test
    @DisplayName("the page's figures lead to the lists, the lists export, and odd filters are refused or find nothing")
    void ledToLists() {
        givenRound();
        Submitted one = givenSubmitted(CITY, "T01", "海工装备数字孪生");

        String page = officer(CITY).send("GET", "/desk/progress/" + round, null).body();
        Answer table = officer(CITY).send("GET", "/desk/progress/" + round + "/projects.xlsx?stage=SUBMITTED", null);

        assertThat(page).contains("走到哪一步", "/desk/progress/" + round + "/projects?stage=SUBMITTED", "unit=" + CITY);
        assertThat(table.status()).isEqualTo(200);
        assertThat(projects(CITY, "unit=" + OTHER)).doesNotContain(one.id());
        assertThat(officer(CITY)
                        .send("GET", "/desk/progress/" + round + "/projects?stage=NOVEL", null)
                        .status())
                .isEqualTo(400);
        assertThat(officer(CITY).send("GET", "/desk/progress/1999", null).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("the diagrams show the Department what stands at each element now")
    void diagrams() {
        givenRound();
        givenSubmitted(CITY, "T01", "海工装备数字孪生");

        assertThat(officer("dept-44")
                        .send("GET", "/desk/diagrams/application/counts", null)
                        .json()
                        .get("UserTask_AcceptApplication")
                        .asInt())
                .isPositive();
        assertThat(officer("dept-44")
                        .send("GET", "/desk/diagrams/application/model.bpmn", null)
                        .body())
                .contains("UserTask_AcceptApplication");
        assertThat(officer("dept-44")
                        .send("GET", "/desk/diagrams/application", null)
                        .body())
                .contains("审核申请材料", "/desk/diagrams/application/standing?element=UserTask_AcceptApplication");
        assertThat(officer("dept-44")
                        .send("GET", "/desk/diagrams/application/standing?element=UserTask_AcceptApplication", null)
                        .body())
                .contains("海工装备数字孪生", "/dossier/");
        assertThat(officer("dept-44")
                        .send("GET", "/desk/diagrams/application/standing?element=UserTask_AcceptApplication", null)
                        .body())
                .contains("/desk/diagrams/application/standing.xlsx?element=UserTask_AcceptApplication");
        assertThat(cells(officer("dept-44")
                        .download("/desk/diagrams/application/standing.xlsx?element=UserTask_AcceptApplication")))
                .contains("到达该环节的时间", "海工装备数字孪生");
        assertThat(officer(CITY)
                        .send(
                                "GET",
                                "/desk/diagrams/application/standing.xlsx?element=UserTask_AcceptApplication",
                                null)
                        .status())
                .isEqualTo(403);
        assertThat(officer("dept-44")
                        .send("GET", "/desk/diagrams/nothing", null)
                        .status())
                .isEqualTo(404);
        assertThat(officer(CITY)
                        .send("GET", "/desk/diagrams/application/counts", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("every number of the page is a link, each leads to as many lines as it says, and each list exports")
    void everyNumber() {
        givenRound();
        Submitted listed = givenAccepted(CITY, "T01", "数字甲");
        givenAccepted(CITY, "C01", "数字乙");
        whenListed(CITY, List.of(listed.id()));
        registerArrival("dept-44", CITY).ok();

        for (String person : List.of(CITY, "dept-44")) {
            String page =
                    officer(person).send("GET", "/desk/progress/" + round, null).body();
            Matcher number = Pattern.compile("<a href=\"([^\"]*/projects[^\"]*)\"[^>]*>(\\d+)( 项)?</a>")
                    .matcher(page);
            int seen = 0;
            while (number.find()) {
                seen++;
                String list = number.group(1).replace("&amp;", "&");
                assertThat(officer(person).send("GET", list, null).body())
                        .as("%s %s", person, list)
                        .contains("共 " + number.group(2) + " 项");
                byte[] table = officer(person).download(list.replace("/projects", "/projects.xlsx"));
                assertThat(lines(table)).as("%s %s", person, list).isEqualTo(Integer.parseInt(number.group(2)));
            }
            assertThat(seen).as(person).isGreaterThan(20);
            assertThat(page).as("where nobody has recommended").doesNotContainPattern("<td>\\s*</td>");
            assertThat(page.replaceAll("<a [^>]*>[^<]*</a>", ""))
                    .as("a bare number of projects")
                    .doesNotContainPattern(">\\d+ 项<");
        }
    }

    @Test
    @DisplayName(
            "R3.5 of the Department's quota its own list counts, from signing on, not what others report straight to the ministry; the ministry sees it when it has come")
    void departmentsQuota() {
        givenRound();
        Submitted own = givenAccepted(CITY, "T01", "名额之内");
        Submitted straight = givenAccepted("city-440300", "T01", "直报项目");
        whenArrived(CITY, List.of(own.id()));
        whenListed("city-440300", List.of(straight.id()));
        jdbc.sql("""
                insert into duplicate_pair (id, round_id, first_id, second_id, similarity, verdict, message, outcome)
                values (:id, :round, :first, :second, 0.9, 'SUSPECT', '相近', 'DISTINCT')""")
                .param("id", own.id() + "+" + straight.id())
                .param("round", round)
                .param("first", own.id())
                .param("second", straight.id())
                .update();
        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        whenAllPass("ca-44");
        assertThat(quotaUse("dept-44")).as("not signed yet").isEqualTo("0");

        whenListed("dept-44", List.of(own.id()));

        assertThat(quotaUse("dept-44")).isEqualTo("1");
        assertThat(projects("dept-44", "list=dept-44")).contains(own.id()).doesNotContain(straight.id());
        registerArrival("ministry", "dept-44").ok();
        assertThat(quotaUse("ministry")).isEqualTo("1");
        assertThat(projects("ministry", "list=dept-44")).contains(own.id());
    }

    private String quotaUse(String person) {
        Matcher number = Pattern.compile("list=dept-44\">(\\d+)<")
                .matcher(officer(person)
                        .send("GET", "/desk/progress/" + round, null)
                        .body());
        assertThat(number.find()).as(person).isTrue();
        return number.group(1);
    }

    private static int lines(byte[] workbook) {
        return sheet(workbook, sheet -> sheet.getLastRowNum());
    }

    private static String cells(byte[] workbook) {
        return sheet(workbook, sheet -> {
            StringBuilder text = new StringBuilder();
            sheet.forEach(row ->
                    row.forEach(cell -> text.append(cell.getStringCellValue()).append('\t')));
            return text.toString();
        });
    }

    private static <T> T sheet(byte[] workbook, Function<Sheet, T> read) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return read.apply(book.getSheetAt(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String projects(String officer, String filter) {
        return officer(officer)
                .send("GET", "/desk/progress/" + round + "/projects?" + filter, null)
                .body();
    }
}

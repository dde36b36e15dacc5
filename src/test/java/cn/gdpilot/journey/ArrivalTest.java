package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.arrival.PieceCode;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.papers.print.QrCode;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.running.RealPapers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R4.1–R4.4 handing over and arriving: what the unit says, what the counter takes piece by piece, the receipt. */
@RealPapers
class ArrivalTest extends Journey {

    private static final String CITY = "city-440900";
    private static final String COUNTER = "dept-44";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "送件人, SF-1, , 快递单号须为",
        "送件人, =1+1234, , 快递单号须为",
        "送件人, , 12-03T09:00, 不能晚于现在",
        "送件人, , 11-28T09:00, 不能早于名单签发时间",
        "送件人, , 昨天, 寄出时间格式不对",
        "=cmd(), , , 报送人",
        "<b>送件人</b>, , , 报送人"
    })
    @DisplayName(
            "R4.2 a courier's number that is none, a time in the future or before the signature, a name like a formula are refused in Chinese")
    void impossibleDispatch(String by, String courier, String at, String told) {
        givenSigned();

        Answer refused = complete(CITY, "UserTask_HandOver", dispatch(by, courier, at));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(told);
        assertThat(list().state()).isEqualTo(State.SIGNED);
    }

    @Test
    @DisplayName("R4.2 the unit says when it left, in Guangdong's time, by whom and under which number")
    void dispatched() {
        givenSigned();
        whenClockShows("12-02T09:00:00");

        complete(CITY, "UserTask_HandOver", dispatch("机要室王某", "SF1234567890", "12-01T16:40"))
                .ok();

        assertThat(list().sentAt()).isEqualTo(at("12-01T16:40:00"));
        assertThat(list().courierNumber()).isEqualTo("SF1234567890");
        assertThat(coming()).contains("机要室王某").contains("SF1234567890").contains("在途");
    }

    @Test
    @DisplayName(
            "R4.1 R4.2 what comes in parts is kept with its moment, what is missing is told at once, the last piece is the arrival")
    void inParts() throws IOException {
        givenSent();
        whenClockShows("12-05T10:00:00");
        Answer first =
                scan(code(PieceCode.Kind.TABLE, 1), code(PieceCode.Kind.TABLE, 2), code(PieceCode.Kind.PAPER, 1));
        assertThat(first.body()).contains("已登记：推荐汇总表第 1 份").contains("还缺：纸质申报材料 5 套、光盘 1 张");
        assertThat(list().state()).isEqualTo(State.SENT);
        assertThat(list().arrivedAt()).isNull();
        assertThat(coming()).contains("部分送达，还缺：纸质申报材料 5 套、光盘 1 张").contains("2/1/0");

        clockShows("12-08T17:29:00");
        count(Map.of("PAPER", "6", "DISC", "1"));
        settle();

        assertThat(list().state()).isEqualTo(State.ARRIVED);
        assertThat(list().arrivedAt()).isBetween(at("12-08T17:29:00"), at("12-08T17:30:00"));
        assertThat(jdbc.sql("select min(arrived_at) from arrived_piece where recommendation_id = :list")
                        .param("list", list().id())
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isBetween(at("12-05T10:00:00"), at("12-05T10:00:10"));
        assertThat(tasks(COUNTER, "UserTask_RegisterArrival")).isEmpty();
        assertThat(lettersTo(CITY + "@example.org")).anyMatch(subject -> subject.contains("已送达"));
        thenReceiptIsGenuine();
    }

    @Test
    @DisplayName("R4.2 covers that were photographed count like scanned ones, and each photograph is answered")
    void photographed() throws IOException {
        givenSent();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "封面.png", QrCode.png(code(PieceCode.Kind.PAPER, 2)));
        part(body, "桌面.txt", "没有照片".getBytes(StandardCharsets.UTF_8));
        body.write("--edge--\r\n".getBytes(StandardCharsets.UTF_8));

        String told = officer(COUNTER)
                .withToken(
                        "/account/password",
                        "POST",
                        page(),
                        BodyPublishers.ofByteArray(body.toByteArray()),
                        "multipart/form-data; boundary=edge")
                .body();

        assertThat(told).contains("已登记：纸质申报材料第 2 份", "照片“封面.png”上找到 1 个二维码", "“桌面.txt”不是能识别的照片");
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) throws IOException {
        body.write(("--edge\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("R4.1 one second late nothing more is taken, and what came in parts does not save the list")
    void oneSecondLate() {
        givenSent();
        count(Map.of("TABLE", "2", "PAPER", "6"));
        clockShows("12-08T17:30:01");

        Answer late = scan(code(PieceCode.Kind.DISC, 1));

        assertThat(late.body()).contains("逾期不予受理");
        settle();
        assertThat(list().state()).isEqualTo(State.MISSED);
        assertThat(jdbc.sql("select count(*) from arrived_piece where recommendation_id = :list and kind = 'DISC'")
                        .param("list", list().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName(
            "R4.2 a piece counts once; codes of others, of another round, beyond the copies, of no project, and no codes at all are told in Chinese")
    void hostileCodes() {
        givenSent();

        String told = scan(
                        code(PieceCode.Kind.PAPER, 3) + "\r",
                        code(PieceCode.Kind.PAPER, 3),
                        code(PieceCode.Kind.PAPER, 7),
                        "GDPILOT|" + round + "|city-440100|PAPER|1|",
                        "GDPILOT|1999|" + CITY + "|PAPER|1|",
                        "GDPILOT|" + round + "|" + CITY + "|PAPER|1|GD1999-99999",
                        "6901234567892",
                        "<script>alert(1)</script>")
                .body();

        assertThat(told)
                .contains("已登记：纸质申报材料第 3 份")
                .contains("不重复计数")
                .contains("超出应送份数（6 份）")
                .contains("这是“广州市工业和信息化局”的材料")
                .contains("属于 1999 批次")
                .contains("没有编号为“GD1999-99999”的项目")
                .contains("“6901234567892”不是本系统封面上的编码")
                .doesNotContain("<script>alert");
        assertThat(told).contains("收到 1 / 应送 6 套");
    }

    @Test
    @DisplayName(
            "R4.2 covers that are one a project make a set when all have come, those of a withdrawn project left out")
    void coversOfProjects() {
        givenRound();
        Submitted one = givenAccepted(CITY, "T01", "分册甲");
        Submitted other = givenAccepted(CITY, "T02", "分册乙");
        Submitted gone = givenAccepted(CITY, "T03", "分册丙");
        whenListed(CITY, List.of(one.id(), other.id(), gone.id()));
        gone.applicant().client().withdraw(gone.id(), "不申报了").ok();

        assertThat(scan(code(1, one.id()), code(1, gone.id())).body())
                .contains("收到 0 / 应送 6 套")
                .contains("不在本名单中（可能已撤回）");
        assertThat(scan(code(1, other.id())).body()).contains("收到 1 / 应送 6 套");
    }

    @Test
    @DisplayName(
            "R4.2 more than is needed, less than was scanned, and no numbers are refused; a wrong count is put right")
    void counts() {
        givenSent();
        assertThat(count(Map.of("PAPER", "7")).body()).contains("只需 6 份");
        assertThat(count(Map.of("PAPER", "-1")).body()).contains("须为 0 至 9999 的整数");
        assertThat(count(Map.of("PAPER", "5")).body()).contains("收到 5 / 应送 6 套");
        assertThat(count(Map.of("PAPER", "4")).body()).contains("收到 4 / 应送 6 套");
        scan(code(PieceCode.Kind.PAPER, 1), code(PieceCode.Kind.PAPER, 2));
        assertThat(count(Map.of("PAPER", "1")).body()).contains("已扫码登记 2 份");
    }

    @Test
    @DisplayName(
            "R4.4 towards the ministry two tables, five sets and a disc make it complete; only the destination takes them")
    void towardsTheMinistry() {
        givenRound();
        Submitted project = givenAccepted("city-440300", "T01", "海工装备数字孪生");
        whenListed("city-440300", List.of(project.id()));
        String page = "/desk/recommendations/" + round + "/city-440300/arrival";
        String all = "TABLE=2&PAPER=5&DISC=1";

        assertThat(post("city-440300", page, all).status()).isEqualTo(403);
        assertThat(post(COUNTER, page, all).status()).isEqualTo(404);
        assertThat(post("ministry-lead", page, all).status()).isEqualTo(403);
        assertThat(post("ministry", page, all).body()).contains("已送达");
        settle();
        assertThat(recommendations.get(round, "city-440300").state()).isEqualTo(State.ARRIVED);
        assertThat(post("ministry", page, all).body()).contains("已经登记送达");
    }

    @Test
    @DisplayName(
            "each office sees its own list and those that come to it, most in need first, and takes them along as text")
    void overviews() throws IOException {
        givenSent();
        count(Map.of("TABLE", "1"));

        String department = coming();
        assertThat(department.indexOf("茂名市工业和信息化局"))
                .as("partial comes before those who have sent nothing")
                .isPositive()
                .isLessThan(department.indexOf("广州市工业和信息化局"));
        assertThat(department).contains("本单位报送").contains("工业和信息化部").doesNotContain("示例电力");
        String city =
                officer(CITY).send("GET", "/desk/deliveries/" + round, null).body();
        assertThat(city).contains("部分送达").doesNotContain("广州市工业和信息化局");
        assertThat(officer("ministry")
                        .send("GET", "/desk/deliveries/" + round, null)
                        .body())
                .contains("深圳市")
                .doesNotContain("茂名市");
        assertThat(officer("expert")
                        .send("GET", "/desk/deliveries/" + round, null)
                        .status())
                .isEqualTo(403);

        try (var book = WorkbookFactory.create(new ByteArrayInputStream(
                officer(COUNTER).download("/desk/deliveries/" + round + "/deliveries.xlsx")))) {
            List<Row> rows = new ArrayList<>();
            book.getSheetAt(0).forEach(rows::add);
            assertThat(rows)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(row -> row.forEach(cell -> {
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }));
            assertThat(rows.get(1).getCell(0).getStringCellValue()).isEqualTo("茂名市工业和信息化局");
        }
    }

    private void thenReceiptIsGenuine() throws IOException {
        String number = jdbc.sql("select number from receipt where recommendation_id = :list")
                .param("list", list().id())
                .query(String.class)
                .single();
        byte[] pdf = officer(CITY).download("/desk/recommendations/" + round + "/" + CITY + "/receipt.pdf");
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .contains("送达回执")
                    .contains(number)
                    .contains("茂名市工业和信息化局")
                    .contains("年12月8日 17:29:")
                    .contains("推荐汇总表 2 份、纸质申报材料 6 套、光盘 1 张")
                    .contains("材料齐全");
        }
        String verified = OfficerClient.nobody(base())
                .send("GET", "/receipts?number=" + number, null)
                .body();
        assertThat(verified)
                .contains("核验通过")
                .contains("茂名市工业和信息化局")
                .doesNotContain("送件人")
                .doesNotContain(COUNTER);
        Answer api = OfficerClient.nobody(base()).send("GET", "/api/receipts/" + number, null);
        assertThat(api.json().get("list").asText()).isEqualTo(round + "/" + CITY);
        assertThat(api.json().get("genuine").asBoolean()).isTrue();
        jdbc.sql("update receipt set content = replace(content, '6 套', '5 套') where number = :number")
                .param("number", number)
                .update();
        assertThat(OfficerClient.nobody(base())
                        .send("GET", "/receipts?number=" + number, null)
                        .body())
                .contains("核验未通过");
    }

    private void givenSigned() {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "橡胶硫化质检");
        complete(CITY, "UserTask_RankProjects", Map.of("ranking", project.id(), "grounds", "择优推荐"))
                .ok();
        complete(CITY + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
    }

    private void givenSent() {
        givenSigned();
        complete(CITY, "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();
    }

    private Map<String, String> dispatch(String by, String courier, String at) {
        String time = at == null ? "" : at.matches("\\d.*") ? year + "-" + at : at;
        return Map.of("sentBy", by, "courierNumber", courier == null ? "" : courier, "sentAt", time);
    }

    private String code(PieceCode.Kind kind, int set) {
        String edition = kind == PieceCode.Kind.PAPER ? "" : PieceCode.edition(list().signedAt());
        return new PieceCode(round, CITY, kind, set, "", edition).text();
    }

    private String code(int set, String project) {
        return new PieceCode(round, CITY, PieceCode.Kind.PAPER, set, project).text();
    }

    private Answer scan(String... codes) {
        return post(COUNTER, page(), "codes=" + URLEncoder.encode(String.join("\n", codes), StandardCharsets.UTF_8));
    }

    private Answer count(Map<String, String> counts) {
        return post(
                COUNTER,
                page(),
                String.join(
                        "&",
                        counts.entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .toList()));
    }

    private Answer post(String officer, String page, String body) {
        return officer(officer).withToken("/account/password", "POST", page, body, "application/x-www-form-urlencoded");
    }

    private String page() {
        return "/desk/recommendations/" + round + "/" + CITY + "/arrival";
    }

    private String coming() {
        return officer(COUNTER).send("GET", "/desk/deliveries/" + round, null).body();
    }

    private Recommendation list() {
        return recommendations.get(round, CITY);
    }

    private Instant at(String monthAndTime) {
        return LocalDateTime.parse(year + "-" + monthAndTime)
                .atZone(PilotClock.GUANGDONG)
                .toInstant();
    }
}

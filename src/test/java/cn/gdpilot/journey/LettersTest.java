package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import cn.gdpilot.domain.mail.DemoMailServer;
import cn.gdpilot.running.RealPapers;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters as they arrive at a mail server: who gets which, when, and how it reads. */
class LettersTest extends Journey {

    private static final String CITY = "city-440900@example.org";
    private static final String LEAD = "city-440900-lead@example.org";
    private static final String DEPARTMENT = "dept-44@example.org";

    @Autowired
    private DemoMailServer server;

    @Test
    @DisplayName("the receipt arrives in Chinese, with the row's Message-ID, and says that a program wrote it")
    void receiptArrives() throws MessagingException, IOException {
        givenRound();
        Submitted project = givenSubmitted("city-440900", "T01", "海工装备数字孪生");

        postman.deliver();

        MimeMessage mail = theMail(project.applicant().email(), "收到");
        assertThat(mail.getSubject()).contains(project.id());
        assertThat(GreenMailUtil.getBody(mail)).isNotEmpty();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo(messageId(project.applicant().email()));
        assertThat(mail.getHeader("List-Id")).containsExactly("<gdpilot-notice.example.org>");
        assertThat(part(mail, "text/plain")).contains("海工装备数字孪生").contains("回执编号");
        assertThat(part(mail, "text/html"))
                .contains("<html lang=\"zh-CN\">")
                .contains("“海工装备数字孪生”")
                .contains("回执编号");
    }

    @Test
    @DisplayName("the opening letter carries both deadlines as calendar entries that read back to the second")
    void deadlinesForCalendars() throws MessagingException, IOException {
        givenRound();
        postman.deliver();

        Part file = attachment(theMail(CITY, year + "年试点示范推荐"));

        assertThat(MimeUtility.decodeText(file.getFileName())).isEqualTo("报送截止时间.ics");
        assertThat(file.getContentType()).startsWith("text/calendar");
        List<VEvent> events = Biweekly.parse(file.getInputStream()).first().getEvents();
        assertThat(events)
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactly(
                        rounds.get(round).cityDeadline(), rounds.get(round).ministryDeadline());
        assertThat(events.get(0).getUid().getValue()).isEqualTo("city-deadline-" + round + "@gdpilot");
        assertThat(events.get(0).getSummary().getValue()).contains("省工业和信息化厅");
    }

    @Test
    @DisplayName("R2.7 a submission that is refused sends nothing")
    void refusedSubmissionSendsNothing() {
        givenRound();
        Applicant applicant = givenApplicant();
        String draft = givenDraft(applicant, "city-440900", "T01", "未建成");
        applicant.client().edit(draft, Map.of("built", false)).ok();

        assertThat(applicant.client().submit(draft, "key").status()).isEqualTo(422);

        assertThat(lettersTo(applicant.email())).isEmpty();
    }

    @Test
    @DisplayName(
            "R4.1 who has not delivered is reminded 7, 3, 1 days before and on the day, the lead and the Department too")
    void remindersStepUp() {
        givenRound();
        Applicant applicant = givenApplicant();
        givenDraft(applicant, "city-440900", "T01", "还是草稿");

        assertThat(newLettersOn("11-30", CITY, LEAD, applicant.email())).containsExactly(0, 0, 0);
        assertThat(newLettersOn("12-01", CITY, LEAD, applicant.email())).containsExactly(1, 0, 1);
        assertThat(newLettersOn("12-02", CITY, LEAD, applicant.email())).containsExactly(0, 0, 0);
        assertThat(newLettersOn("12-03", CITY, LEAD, applicant.email()))
                .as("12-05 is a Sunday")
                .containsExactly(1, 1, 1);
        assertThat(newLettersOn("12-05", CITY, LEAD, applicant.email())).containsExactly(0, 0, 0);
        assertThat(newLettersOn("12-06", CITY, LEAD, applicant.email())).containsExactly(0, 0, 0);
        assertThat(newLettersOn("12-07", CITY, LEAD, applicant.email())).containsExactly(1, 1, 1);
        int before = lettersTo(DEPARTMENT).size();
        assertThat(newLettersOn("12-08", CITY, LEAD, applicant.email())).containsExactly(1, 1, 1);
        assertThat(lettersTo(DEPARTMENT).size())
                .as("one with all 20 cities that have not delivered")
                .isEqualTo(before + 1);
        assertThat(lettersTo(DEPARTMENT)).last().asString().contains("今天截止，20 个单位");
    }

    @Test
    @DisplayName(
            "R4.1 two hours before there is a last reminder, and who signs at the Department is told who is missing")
    void lastCall() {
        givenRound();
        whenClockShows("12-08T09:30:00");
        String departmentLead = "dept-44-lead@example.org";
        int before = lettersTo(departmentLead).size();

        assertThat(newLettersAt("12-08T15:29:00", CITY, LEAD, DEPARTMENT, departmentLead))
                .containsExactly(0, 0, 0, 0);
        assertThat(newLettersAt("12-08T15:30:00", CITY, LEAD, DEPARTMENT, departmentLead))
                .containsExactly(1, 1, 1, 1);
        assertThat(newLettersAt("12-08T17:00:00", CITY, LEAD, DEPARTMENT, departmentLead))
                .containsExactly(0, 0, 0, 0);
        assertThat(lettersTo(departmentLead))
                .hasSize(before + 1)
                .last()
                .asString()
                .contains("只剩数小时，20 个单位");
        assertThat(jdbc.sql("select body from outbox where recipient = :to and kind = 'digest' and round_id = :round")
                        .param("to", departmentLead)
                        .param("round", round)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(body -> body.contains("茂名市工业和信息化局："));
    }

    @Test
    @DisplayName("R4.3 a deadline at midnight is not called at night: the last reminder comes at eight in the evening")
    void notAtNight() {
        givenRound();
        String shenzhen = "city-440300@example.org";
        whenClockShows("12-20T09:30:00");

        assertThat(newLettersAt("12-20T19:59:00", shenzhen)).containsExactly(0);
        assertThat(newLettersAt("12-20T20:00:00", shenzhen)).containsExactly(1);
        assertThat(newLettersAt("12-20T23:00:00", shenzhen)).containsExactly(0);
    }

    @Test
    @DisplayName("who has delivered is not reminded any more")
    void doneIsDone() {
        givenRound();
        Submitted project = givenAccepted("city-440900", "T01", "海工装备数字孪生");
        newLettersOn("12-01", CITY);
        whenArrived("city-440900", List.of(project.id()));

        assertThat(newLettersOn("12-03", CITY, LEAD)).containsExactly(0, 0);
        assertThat(newLettersOn("12-07", CITY, LEAD)).containsExactly(0, 0);
        assertThat(newLettersOn("12-08", CITY, LEAD)).containsExactly(0, 0);
    }

    @Test
    @DisplayName(
            "P四 R4.1 the CA's applicants are reminded of the cities' deadline, which binds them, before it and not after it")
    void applicantsOfTheCa() {
        givenRound();
        Submitted returned = givenSubmitted("ca-44", "N01", "海工装备数字孪生");
        complete(
                        "ca-44",
                        "UserTask_AcceptApplication",
                        taskOf(returned.id()),
                        Map.of("outcome", "RETURN", "grounds", "请补充"))
                .ok();
        assertThat(jdbc.sql("select due_date_ from act_ru_task where proc_inst_id_ = :instance")
                        .param("instance", taskOf(returned.id()))
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .as("a day of its own, five working days on")
                .isEqualTo(rounds.get(round).endOfWork(LocalDate.of(year, 12, 6)));
        Applicant applicant = givenApplicant();
        givenDraft(applicant, "ca-44", "N01", "园区光网改造");
        String correcting = returned.applicant().email();
        String longest = "a".repeat(64) + "@" + "b".repeat(110) + ".example.org";
        String another = givenDraft(applicant, "ca-44", "N01", "卫星地面站");
        applicant.client().edit(another, Map.of("contactEmail", longest)).ok();

        assertThat(newLettersOn("12-01", applicant.email(), correcting, longest))
                .as("seven days before the unit's deadline, five before the correction's own")
                .containsExactly(1, 0, 1);
        assertThat(newLettersOn("12-02", applicant.email(), correcting)).containsExactly(0, 0);
        returned.applicant().client().withdraw(returned.id(), "不再申报").ok();
        assertThat(newLettersOn("12-03", applicant.email())).containsExactly(1);
        assertThat(newLettersOn("12-07", applicant.email())).containsExactly(1);
        assertThat(newLettersOn("12-08", applicant.email())).containsExactly(1);
        assertThat(newLettersAt("12-08T15:30:00", applicant.email())).containsExactly(1);
        assertThat(jdbc.sql("select body from outbox where recipient = :to")
                        .param("to", applicant.email())
                        .query(String.class)
                        .list())
                .hasSize(5)
                .allMatch(body -> body.contains("截止时间为 " + year + "年12月8日 17:30"));
        whenClockShows("12-08T17:30:01");
        assertThat(tasks("ca-44", "UserTask_RankProjects"))
                .as("its list's reminders have begun")
                .hasSize(1);
        assertThat(newLettersOn("12-13", applicant.email())).containsExactly(0);
        assertThat(newLettersOn("12-20", applicant.email())).containsExactly(0);
    }

    @Test
    @DisplayName(
            "once a list is signed, neither its lead nor its applicants are reminded of what they can do no more; the handler is")
    void signedIsSigned() {
        givenRound();
        Submitted project = givenAccepted("city-440900", "T01", "海工装备数字孪生");
        Applicant late = givenApplicant();
        givenDraft(late, "city-440900", "T02", "来不及提交");
        complete("city-440900", "UserTask_RankProjects", Map.of("ranking", project.id(), "grounds", "择优推荐"))
                .ok();
        complete("city-440900-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();

        assertThat(newLettersOn("12-07", CITY, LEAD, late.email())).containsExactly(1, 0, 0);
    }

    @Test
    @DisplayName(
            "a node that was down all day reminds in the morning, not at night, and not once the deadline is past: that is shown")
    void quietAtNight() {
        givenRound();
        String shenzhen = "city-440300@example.org";
        postman.deliver();
        assertThat(newLettersAt("12-13T23:00:00", shenzhen)).containsExactly(1);
        postman.deliver();
        assertThat(newestReminder(shenzhen)).isEqualTo("WAITING");
        whenClockShows("12-14T08:00:00");
        postman.deliver();
        assertThat(newestReminder(shenzhen)).isEqualTo("SENT");

        assertThat(newLettersAt("12-20T23:00:00", shenzhen)).containsExactly(1);
        postman.deliver();
        whenClockShows("12-21T08:00:00");
        postman.deliver();
        assertThat(newestReminder(shenzhen)).isEqualTo("CANCELLED");
        assertThat(officer("operator")
                        .send("GET", "/outbox?state=CANCELLED", null)
                        .ok()
                        .body())
                .contains("期限已过，提醒不再发送");
    }

    @Test
    @RealPapers
    @DisplayName("R4.2 the summary table travels with the list: ranked order, A4 across, head repeated")
    void summaryTableTravels() throws MessagingException, IOException {
        givenRound();
        Submitted first = givenAccepted("city-440900", "T01", "海工装备数字孪生");
        Submitted second = givenAccepted("city-440900", "T02", "打印机耗材追溯");
        whenListed("city-440900", List.of(second.id(), first.id()));
        postman.deliver();

        Sheet sheet = attachedTable(theMail(DEPARTMENT, "茂名市工业和信息化局推荐材料已寄出"));
        List<String> text = cells(sheet);
        assertThat(text.get(0)).isEqualTo("附件");
        assertThat(text.get(1)).contains("推荐汇总表");
        assertThat(text.indexOf("打印机耗材追溯")).isPositive().isLessThan(text.indexOf("海工装备数字孪生"));
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getRepeatingRows()).isNotNull();

        String address = "/desk/recommendations/" + round + "/city-440900/summary.xlsx";
        assertThat(officer("dept-44").send("GET", address, null).status()).isEqualTo(200);
        assertThat(officer("city-440800").send("GET", address, null).status()).isEqualTo(404);
    }

    /** How many letters each of these gets on that day's morning. */
    private List<Integer> newLettersOn(String day, String... addresses) {
        return newLettersAt(day + "T09:30:00", addresses);
    }

    private List<Integer> newLettersAt(String time, String... addresses) {
        List<Integer> before = Arrays.stream(addresses)
                .map(address -> lettersTo(address).size())
                .toList();
        whenClockShows(time);
        List<Integer> now = Arrays.stream(addresses)
                .map(address -> lettersTo(address).size())
                .toList();
        return IntStream.range(0, now.size())
                .mapToObj(i -> now.get(i) - before.get(i))
                .toList();
    }

    private String newestReminder(String recipient) {
        return jdbc.sql(
                        "select state from outbox where recipient = :to and kind in ('reminder', 'escalation') order by id desc fetch first 1 rows only")
                .param("to", recipient)
                .query(String.class)
                .single();
    }

    private String messageId(String recipient) {
        return jdbc.sql("select message_id from outbox where recipient = :recipient")
                .param("recipient", recipient)
                .query(String.class)
                .single();
    }

    private MimeMessage theMail(String recipient, String subject) throws MessagingException {
        for (MimeMessage mail : server.received()) {
            if (mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(recipient)
                    && mail.getSubject().contains(subject)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + recipient + " about " + subject);
    }

    private static Sheet attachedTable(MimeMessage mail) throws MessagingException, IOException {
        Part table = attachment(mail);
        assertThat(MimeUtility.decodeText(table.getFileName()))
                .endsWith(".xlsx")
                .contains("茂名");
        return WorkbookFactory.create(table.getInputStream()).getSheetAt(0);
    }

    private static Part attachment(MimeMessage mail) throws MessagingException, IOException {
        return find(mail, part -> part.getFileName() != null);
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        return (String) find(mail, part -> part.getFileName() == null && part.isMimeType(type))
                .getContent();
    }

    private static Part find(Part part, PartTest wanted) throws MessagingException, IOException {
        if (wanted.test(part)) {
            return part;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Part found = find(parts.getBodyPart(i), wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private interface PartTest {
        boolean test(Part part) throws MessagingException;
    }

    private static List<String> cells(Sheet sheet) {
        List<String> text = new ArrayList<>();
        for (Row row : sheet) {
            row.forEach(cell -> {
                assertThat(cell.getCellType()).as(cell.getAddress().toString()).isNotEqualTo(CellType.FORMULA);
                text.add(cell.toString());
            });
        }
        return text;
    }
}

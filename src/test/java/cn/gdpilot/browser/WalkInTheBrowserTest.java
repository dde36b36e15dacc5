package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.running.RealPapers;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The first way of a project, by people at a browser only: portal, Tasklist and ranking page. */
@RealPapers
class WalkInTheBrowserTest extends BrowserJourney {

    private static final String PROJECT = "陶瓷窑炉数字孪生";
    private static final String COMPANY = "广州浏览器测试有限公司";
    private static final String APPLICANT_PASSWORD = "Testing-123";

    private static final String FIRST_17 = "91440101MA9999999";

    private String id;

    @Test
    @DisplayName("R3.1 R3.5 R3.8 in a browser: enterprise, city, Department, ministry, pilot register")
    void fromTheEnterpriseToThePilotRegister() {
        givenFreshYear();
        departmentOpensRound();
        companyApplies();
        cityAcceptsRanksSignsAndHandsOver();
        departmentTakesReviewsAndForwards();
        ministryReviewsSelectsAndPublishes();

        assertThat(state(id)).isEqualTo(ApplicationState.PILOT);
        assertThat(pilots.ofRound(round)).hasSize(1);
        companySeesItsResult();
    }

    private void departmentOpensRound() {
        window.signInByHand("dept-44", "demo");
        Tasklist.opened(window);
        window.picture("tasklist");
        window.follow("发起流程");
        window.click(By.cssSelector(".modal-content .processes a"));
        window.until(() -> window.valueOf("地市报送截止时间").startsWith(year + "-12-08T17:30"));
        assertThat(window.valueOf("报部截止时间")).startsWith(year + "-12-20T24:00");
        window.picture("start-round");
        window.press("发起");
        window.until(() ->
                rounds.current().filter(one -> one.id().contains("" + year)).isPresent());
        thenRoundIsOpen();
    }

    private void companyApplies() {
        String code = FIRST_17 + CreditCode.checkCharacter(FIRST_17);
        window.driver().manage().deleteAllCookies();
        window.open("/register");
        window.fill("统一社会信用代码", code);
        window.fill("单位名称", COMPANY);
        window.select("申报主体类型", "工业企业");
        window.fill("联系人姓名", "测试联系人");
        window.fill("联系电话", "020-12345678");
        window.fill("电子邮箱", "browser@example.org");
        window.fill("密码", APPLICANT_PASSWORD);
        window.picture("register");
        window.press("登记");
        window.see("登记成功");

        window.signInByHand(code, APPLICANT_PASSWORD);
        window.open("/portal");
        window.select("推荐单位", "广州市工业和信息化局");
        window.fill("项目名称", PROJECT);
        window.picture("portal");
        window.press("新建草稿");
        window.see("草稿尚未提交");
        id = window.address().replaceAll(".*/([^/?]+).*", "$1");

        fillTheApplication();
        attachTheMaterials();
        window.see("可以提交");
        window.picture("ready-to-submit");
        window.press("提交申请");
        window.see("已提交，系统已收到");
        window.picture("submitted");
        settle();
    }

    private void fillTheApplication() {
        window.element(By.id("direction"));
        window.driver()
                .findElement(By.cssSelector("#direction option[value=T01]"))
                .click();
        window.fill("项目简介", "以数字孪生优化窑炉的燃烧与排产。");
        window.select("注册地", "广东省");
        window.choose("是否具有独立法人资格？", "是");
        window.choose("近五年是否发生过重大安全、环保、质量事故？", "否");
        window.choose("是否已就上一项出具承诺函？", "是");
        window.choose("项目是否已经建成？", "是");
        window.driver()
                .findElement(By.cssSelector("#innovationProject option[value=NONE]"))
                .click();
        window.picture("application");
        window.press("保存");
        window.see("已保存");
    }

    private void attachTheMaterials() {
        attach("APPLICATION_FORM", "application-form.pdf");
        for (int report = 1; report <= 3; report++) {
            window.driver()
                    .findElement(By.cssSelector("#kind option[value=AUDIT_REPORT]"))
                    .click();
            window.driver()
                    .findElement(By.cssSelector("#year option:nth-child(" + (report + 1) + ")"))
                    .click();
            attach("AUDIT_REPORT", "audit-report-" + report + ".pdf");
        }
        attach("COMMITMENT_LETTER", "commitment-letter.pdf");
        attach("TRUTH_STATEMENT", "truth-statement.pdf");
        attach("INDEX", "index.docx");
        attach("EVIDENCE", "evidence.pdf");
        attach("VIDEO", "video-330s.mp4");
        window.picture("materials");
        assertThat(jdbc.sql("select report_year from material where kind = 'AUDIT_REPORT' and application_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .list())
                .containsExactlyInAnyOrder(year - 1, year - 2, year - 3);
    }

    private void attach(String kind, String file) {
        window.driver()
                .findElement(By.cssSelector("#kind option[value=" + kind + "]"))
                .click();
        window.field("文件")
                .sendKeys(Path.of("src/samples", "materials", file)
                        .toAbsolutePath()
                        .toString());
        window.press("上传");
        window.until(() -> window.element(By.id("uploads")).getText().contains(file + " 已上传"));
    }

    private void cityAcceptsRanksSignsAndHandsOver() {
        Tasklist city = Tasklist.of("city-440100", window).lists(PROJECT).take("审核申请材料");
        window.see(PROJECT);
        window.see(COMPANY);
        city.answer("受理");
        window.picture("city-accept");
        city.answer("无严重失信记录").tickAll().complete();
        settle();
        assertThat(state(id)).isEqualTo(ApplicationState.ACCEPTED);

        listed("city-440100");
        sealedAndSent("city-440100");
    }

    private void listed(String unit) {
        window.open("/desk/recommendations/" + round + "/" + unit);
        window.fill(PROJECT + "的推荐顺序", "1");
        window.picture(unit + "-ranking");
        window.press("保存推荐顺序");
        window.see("推荐顺序已保存");
        Tasklist tasklist = Tasklist.opened(window).take("排定推荐顺序");
        window.picture(unit + "-rank");
        tasklist.complete();
        settle();
    }

    private void sealedAndSent(String unit) {
        Tasklist lead = Tasklist.of(unit + "-lead", window).take("签发推荐名单");
        window.see(PROJECT);
        lead.answer("签发");
        window.picture(unit + "-sign");
        lead.complete();
        settle();

        Tasklist handler = Tasklist.of(unit, window).take("报送推荐材料");
        handler.write("报送人", "张三").write("快递单号", "SF1234567890");
        window.picture(unit + "-hand-over");
        handler.complete();
        settle();
    }

    private void arrived(String counter, int papers) {
        Tasklist tasklist = Tasklist.of(counter, window).take("登记材料送达");
        tasklist.write("推荐汇总表份数", "2").write("纸质申报材料套数", "" + papers).write("光盘张数", "1");
        window.picture(counter + "-arrival");
        tasklist.complete();
        settle();
    }

    private void passed(String reviewer, String task) {
        Tasklist tasklist = Tasklist.of(reviewer, window).take(task);
        window.see(PROJECT);
        tasklist.answer("通过").write("审核理由", "符合条件");
        window.picture(reviewer + "-review");
        tasklist.complete();
        settle();
    }

    private void departmentTakesReviewsAndForwards() {
        arrived("dept-44", 6);
        assertThat(state(id)).isEqualTo(ApplicationState.RECOMMENDED);
        departmentMovesTheClockPast("市级截止后一秒");
        passed("dept-44", "初审项目");
        assertThat(state(id)).isEqualTo(ApplicationState.REVIEWED);
        listed("dept-44");
        sealedAndSent("dept-44");
        arrived("ministry", 5);
        assertThat(state(id)).isEqualTo(ApplicationState.FORWARDED);
    }

    private void departmentMovesTheClockPast(String deadline) {
        window.signIn("dept-44", "demo");
        window.open("/");
        window.follow("演练时钟");
        window.press(deadline);
        window.see("时钟已拨快");
        window.picture("clock");
    }

    private void ministryReviewsSelectsAndPublishes() {
        departmentMovesTheClockPast("部级截止后一秒");
        passed("ministry", "评审项目");

        Tasklist lead = Tasklist.of("ministry-lead", window).take("确定入选项目");
        assertThat(window.valueOf("入选项目")).contains(id);
        lead.write("遴选理由", "综合评审");
        window.picture("ministry-decide");
        lead.complete();
        settle();

        Tasklist ministry = Tasklist.of("ministry", window).take("公布评审结果");
        ministry.answer("公布");
        window.picture("ministry-publish");
        ministry.complete();
        settle();
    }

    private void companySeesItsResult() {
        window.signIn(FIRST_17 + CreditCode.checkCharacter(FIRST_17), APPLICANT_PASSWORD);
        window.open("/portal/applications/" + id);
        window.see("试点");
        window.picture("result");
        postman.deliver();
        window.open("/mailbox");
        window.see("入选");
        window.picture("mailbox");
    }
}

package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Said;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.ExpertReview;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.Score;
import cn.gdpilot.running.LeavesUnattended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;

/** Our own pages: nothing that axe calls serious or critical, and nothing to scroll sideways on a phone of 360 px. */
class OwnPagesTest extends BrowserJourney {

    @Autowired
    ExpertReview review;

    @Autowired
    Panels panels;

    @Autowired
    Hearing hearing;

    @Autowired
    DuplicatePairs pairs;

    /** Officers and their pages, those of one officer together: each signs in once. */
    private static final Map<String, List<String>> OFFICERS_PAGES = Map.of(
            "dept-44",
            List.of(
                    "/",
                    "/account/password",
                    "/account/second-factor",
                    "/desk/deadlines",
                    "/desk/rounds",
                    "/desk/progress",
                    "/desk/diagrams/campaign",
                    "/desk/notice",
                    "/desk/duplicate-rules",
                    "/rehearsal",
                    "/letters",
                    "/no-such-page"),
            "city-440100",
            List.of("/desk/intake"),
            "operator",
            List.of("/desk/closings", "/desk/unattended", "/documents", "/outbox?state=WAITING"),
            "designer",
            List.of(
                    "/letters/receipt",
                    "/documents/covers",
                    "/models",
                    "/models/parts?kind=STEP",
                    "/models/parts?words=sendLetterDelegate"),
            "camunda-admin",
            List.of("/mailbox"),
            "security",
            List.of("/accounts", "/accounts/city-440100"),
            "auditor",
            List.of("/audit"));

    @Test
    @DisplayName("a field without a label and pale words → axe tells both, so the judge is a real one")
    void judgeIsReal() {
        window.open("/privacy");

        // The colour is set by script, because the page refuses styles in its markup.
        window.run("""
                const main = document.querySelector('main');
                main.append(document.createElement('input'));
                const pale = document.createElement('p');
                pale.textContent = '看不清的字';
                pale.style.color = '#ccc';
                main.append(pale);""");

        assertThat(Axe.grave(window.driver()))
                .anyMatch(told -> told.startsWith("label:"))
                .anyMatch(told -> told.startsWith("color-contrast:"));
    }

    @Test
    @DisplayName("a page for everybody is fit for all")
    void forEverybody() {
        allFit(List.of("/login", "/register", "/privacy", "/receipts", "/publicity", "/results", "/confirm?token=x"));
    }

    @Test
    @DisplayName("an officer's page is fit for all, with a round, an application and letters to show")
    void forOfficers() {
        givenRound();
        givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        postman.deliver();
        OFFICERS_PAGES.forEach((officer, pages) -> {
            window.signIn(officer, "demo");
            allFit(pages);
        });
    }

    @Test
    @DisplayName(
            "the applicant's pages, with a draft, with what was handed in, and with what was returned, are fit for all")
    void forApplicants() {
        givenRound();
        Applicant applicant = givenApplicant();
        String draft = givenDraft(applicant, "city-440400", "T01", "海工装备数字孪生");
        window.signIn(applicant.client().username(), "Testing-123");
        fitForAll("/portal");
        fitForAll("/portal/applications/" + draft);
        fitForAll("/portal/applications/" + draft + "/withdraw");
        fitForAll("/portal/data");
        fitForAll("/portal/people");
        fitForAll("/portal/confirmation");

        applicant.client().submit(draft, "key").ok();
        settle();
        fitForAll("/portal/applications/" + draft);
        fitForAll("/portal/applications/" + draft + "/withdraw");
        complete(
                        "city-440400",
                        "UserTask_AcceptApplication",
                        taskOf(draft),
                        Map.of("outcome", "RETURN", "grounds", "请补充承诺函", "creditRecord", "CLEAN"))
                .ok();
        fitForAll("/portal/applications/" + draft);
    }

    @Test
    @DisplayName("dossier, ranking page and disc page are fit for all; R4.2 a folder that differs is told by name")
    void forReviewers(@TempDir Path disc) throws IOException {
        givenRound();
        String project = givenAccepted("city-440400", "T01", "海工装备数字孪生").id();
        window.signIn("city-440400", "demo");
        fitForAll("/dossier/" + project);
        fitForAll("/desk/recommendations/" + round + "/city-440400");
        whenListed("city-440400", List.of(project));
        fitForAll("/desk/recommendations/" + round + "/city-440400/disc");

        thenDifferencesAreTold(disc);
    }

    /** The page hashes the folder in the browser. */
    private void thenDifferencesAreTold(Path disc) throws IOException {
        Files.writeString(disc.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Files.createDirectories(disc.resolve("data"));
        Files.write(disc.resolve("data/other.bin"), new byte[9_000_000]);

        window.element(By.id("folder")).sendKeys(disc.toString());

        window.see("光盘与名单不一致");
        window.see("内容不同 0 个，多出 1 个");
        window.see("data/other.bin");
        window.picture("disc-differs");
    }

    @Test
    @DisplayName("the experts' pages, the pool, the order of merit and the register are fit for all")
    void forExperts() {
        givenRound();
        String project = givenAccepted("city-440400", "T01", "海工装备数字孪生").id();
        // As if the Department had passed it: the pages are looked at, not the way there.
        jdbc.sql("update application set state = 'REVIEWED' where id = :id")
                .param("id", project)
                .update();
        List<Long> asked = review.appoint(round, UnitType.DEPARTMENT, project, null).stream()
                .map(Assignment::id)
                .toList();
        Actor reader = expert(asked.get(0));
        review.declareUnbiased(asked.get(0), reader);
        window.signIn(reader.person(), "demo");
        fitForAll("/desk/reviews");
        fitForAll("/desk/reviews/" + asked.get(0));
        for (int i = 0; i < asked.size(); i++) {
            if (i > 0) {
                review.declareUnbiased(asked.get(i), expert(asked.get(i)));
            }
            review.handIn(asked.get(i), scores(80 + i), expert(asked.get(i)));
        }
        fitForAll("/desk/reviews/" + asked.get(0));
        window.signIn("dept-44", "demo");
        fitForAll("/desk/experts");
        fitForAll("/desk/merit/" + round);
        fitForAll("/desk/merit/" + round + "/" + project);
        fitForAll("/desk/pilots");
        window.signIn("ministry", "demo");
        fitForAll("/desk/alike/" + round);
    }

    @Test
    @LeavesUnattended("the objection is written without its process")
    @DisplayName(
            "the public list, an office's objections, an applicant's, and the list behind a diagram's number are fit for all")
    void forObjections() {
        givenRound();
        Submitted project = givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        long list = hearing.publish(round, "dept-44", List.of(project.id()), 5, new Actor("dept-44", "dept-44"))
                .id();
        hearing.objectToList(list, project.id(), new Said(null, "张三", "zhang@example.org", "并未建成", Said.PUBLIC));
        window.signIn("dept-44", "demo");
        fitForAll("/publicity/" + list);
        fitForAll("/desk/objections");
        fitForAll("/desk/diagrams/application/standing?element=UserTask_AcceptApplication");
        window.signIn(project.applicant().client().username(), "Testing-123");
        fitForAll("/publicity/" + list);
        fitForAll("/portal/applications/" + project.id() + "/objections");
    }

    @Test
    @DisplayName(
            "R2.5 a pair with a pilot for both who see it, and two names tried by words and weights, are fit for all")
    void forComparers() {
        givenRound();
        givenPilots("露天煤矿边坡监测,示例煤业公司," + creditCode("91440101MC0000905") + "," + year + "-01-05\n");
        String project = givenAccepted("city-440400", "F01", "露天煤礦邊坡監測系统").id();
        whenArrived("city-440400", List.of(project));
        whenClockShows("12-08T17:30:01");
        for (String office : List.of("dept-44", "ca-44")) {
            tasks(office, "UserTask_ReviewProject")
                    .forEach(task -> officer(office)
                            .complete(task, Map.of("outcome", "PASS", "grounds", "符合条件"))
                            .ok());
            settle();
        }
        String pair = "/desk/duplicates/" + pairs.open(round).get(0).id();
        window.signIn("ca-44", "demo");
        fitForAll(pair);
        window.signIn("dept-44", "demo");
        fitForAll(pair);
        wide(1400);
        window.open("/desk/duplicate-rules");
        window.fill("第一个项目名称", "家电企业岸桥远程操控");
        window.fill("第一个申报单位", "甲公司");
        window.fill("第二个项目名称", "家具企业岸橋遠程操控");
        window.fill("第二个申报单位", "乙公司");
        window.press("试比对");
        window.see("行业：家电／家具");
        assertThat(window.driver().switchTo().activeElement().getText())
                .as("the result is where one looks")
                .contains("查重表的建议");
        fitsAsItStands("tried");
        wide(360);
        noScrollSideways("tried");
    }

    private Actor expert(long assignment) {
        return new Actor(panels.assignment(assignment).orElseThrow().expert(), null);
    }

    private static Map<String, Score> scores(int points) {
        return Stream.of("C1", "C2", "C3", "C4", "C5")
                .collect(Collectors.toMap(code -> code, code -> new Score(code, points, "有数据支持")));
    }

    /** Every page is judged, whatever the one before was like. */
    private void allFit(List<String> pages) {
        assertAll(pages.stream().map(page -> () -> fitForAll(page)));
    }

    private void fitForAll(String page) {
        wide(1400);
        window.open(page);
        fitsAsItStands(page);
        wide(360);
        noScrollSideways(page);
    }

    /** The page that is open, which no address leads to. */
    private void fitsAsItStands(String page) {
        window.picture(page.replaceAll("[^a-z]+", "-"));
        assertThat(window.text()).as(page).doesNotContain("系统出现故障");
        assertThat(Axe.grave(window.driver())).as("axe at %s", page).isEmpty();
    }

    private void noScrollSideways(String page) {
        window.picture(page.replaceAll("[^a-z]+", "-") + "-360");
        assertThat(((JavascriptExecutor) window.driver())
                        .executeScript(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("to scroll sideways at %s", page)
                .isEqualTo(0L);
    }

    private void wide(int pixels) {
        ((ChromeDriver) window.driver())
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 800));
    }
}

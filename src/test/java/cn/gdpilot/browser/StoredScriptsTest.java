package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.ApplicantClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Words that an applicant or a reviewer left and that a page might run: as markup, or as an expression of its own. */
class StoredScriptsTest extends BrowserJourney {

    private static final String MARKUP = "<img src=x onerror=top.bitten=1><svg onload=top.bitten=1>";
    private static final String EXPRESSIONS = "{{constructor.constructor('top.bitten=1')()}}[[${7*191}]]";
    private static final String ATTACK = "'\"></title></script>" + MARKUP + EXPRESSIONS;
    private static final String CITY = "city-440100";

    @Test
    @DisplayName("the attack is a real one: a page that does not escape is bitten")
    void bites() {
        window.open("about:blank");

        window.run("document.body.insertAdjacentHTML('beforeend', arguments[0])", MARKUP);

        window.until(this::bitten);
    }

    @Test
    @DisplayName(
            "what an applicant wrote is text to every officer: in cards, forms, dossiers, lists, letters, the record")
    void textToOfficers() {
        givenRound();
        Applicant applicant = givenHostileApplicant();
        String id = givenDraft(applicant, CITY, "T01", "项目" + EXPRESSIONS);
        applicant.client().edit(id, Map.of("summary", ATTACK)).ok();
        applicant.client().submit(id, "key-" + id).ok();
        settle();

        Tasklist tasklist = Tasklist.of(CITY, window).lists("项目{{").take("审核申请材料");
        thenText("the Tasklist's card and form");
        tasklist.answer("退回补正").write("理由或补正要求", ATTACK).complete();
        settle();
        postman.deliver();
        thenTextOn("/dossier/" + id, "/desk/recommendations/" + round + "/" + CITY, "/mailbox", "/");

        window.signIn("dept-44", "demo");
        thenTextOn("/desk/progress/" + round);
        window.signIn("auditor", "demo");
        thenTextOn("/audit");
        window.signIn("operator", "demo");
        thenTextOn("/outbox", "/camunda/app/cockpit/default/");
    }

    @Test
    @DisplayName("what a reviewer wrote is text to the applicant, on the page and in the letter")
    void textToTheApplicant() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "退回的项目");
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "RETURN", "grounds", ATTACK))
                .ok();
        settle();
        postman.deliver();

        window.signIn(project.applicant().client().username(), "Testing-123");
        thenTextOn("/portal/applications/" + project.id(), "/portal", "/mailbox");
        window.open(window.element(By.cssSelector("a[href$='/html']")).getDomProperty("href"));
        assertThat(window.text()).contains("onerror");
        thenText("the letter");
    }

    private Applicant givenHostileApplicant() {
        Applicant known = givenApplicant();
        String code = creditCode("91440101MB%07d".formatted(System.nanoTime() % 10_000_000));
        ApplicantClient client = new ApplicantClient(base(), code, "Testing-123");
        client.register(Map.of(
                        "creditCode",
                        code,
                        "name",
                        "某某公司" + EXPRESSIONS,
                        "applicantType",
                        "INDUSTRIAL",
                        "city",
                        "广州市",
                        "contactName",
                        "联系人" + EXPRESSIONS,
                        "contactPhone",
                        "020-12345678",
                        "contactEmail",
                        "hostile-" + known.email(),
                        "password",
                        "Testing-123"))
                .ok();
        return new Applicant(client, "hostile-" + known.email());
    }

    private void thenTextOn(String... pages) {
        for (String page : List.of(pages)) {
            window.open(page);
            thenText(page);
        }
    }

    /** Frames write into the window that they are in, so one look holds for them, too. */
    private void thenText(String where) {
        window.until(() -> "complete".equals(window.run("return document.readyState")));
        assertThat(bitten()).as(where).isFalse();
        assertThat((String) window.run("return document.documentElement.outerHTML"))
                .as(where)
                .doesNotContain("<svg onload", "onerror=\"top", "1337");
    }

    private boolean bitten() {
        return (Boolean) window.run("return window.bitten === 1");
    }
}

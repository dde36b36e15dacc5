package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.running.RealPapers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists are public for some working days; objections to them and to outcomes are answered, with their effect. */
class ObjectionTest extends Journey {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    Publicities publicities;

    @Autowired
    Hearing hearing;

    @Test
    @DisplayName(
            "R3.5 the Department's list is public to all, an objection takes a project off it, and the last answer ends the publicity")
    void departmentsListIsPublic() {
        givenRound();
        whenPublicityIsOn("dept-44");
        Submitted first = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted second = givenAccepted("city-440400", "T02", "打印机耗材追溯");
        Submitted unlisted = givenAccepted("city-440400", "T03", "电梯远程监护");
        whenArrived("city-440400", List.of(first.id(), second.id(), unlisted.id()));
        whenProvinceHasReviewed();

        assertThat(tasks("dept-44", "UserTask_RankProjects"))
                .as("nothing is ranked before it was public")
                .isEmpty();
        assertThat(publish("dept-44", "2", first.id(), "GD2026-99999").body()).contains("不能公示");
        assertThat(publish("dept-44", "0", first.id()).body()).contains("1 至 30 个工作日");
        publish("dept-44", "2", first.id(), second.id()).ok();
        Publicity list = publicities.newest(round, "dept-44").orElseThrow();
        assertThat(read(OfficerClient.nobody(base()), page(list)).ok().body())
                .contains("海工装备数字孪生", first.id(), "提出异议")
                .doesNotContain("测试联系人", "company", "020-12345678");

        assertThat(object(list, Map.of("project", first.id(), "person", "张三", "words", "并未建成"))
                        .body())
                .contains("请填写联系方式", "并未建成");
        assertThat(object(
                                list,
                                Map.of(
                                        "project",
                                        first.id(),
                                        "person",
                                        "张三",
                                        "contact",
                                        "zhang@example.net",
                                        "words",
                                        "并未建成"))
                        .body())
                .contains("异议已收到");
        assertThat(object(list, Map.of("person", "李四", "contact", "13800000000", "words", "名单太长"))
                        .body())
                .contains("异议已收到");
        assertThat(lettersTo("zhang@example.net")).anyMatch(subject -> subject.contains("已收到"));

        assertThat(answer("dept-44", 1, "TAKE_OFF", "没有指明项目").body()).contains("没有指明项目");
        answer("dept-44", 0, "TAKE_OFF", "现场核实，确未建成").ok();
        assertThat(state(first.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
        assertThat(read(OfficerClient.nobody(base()), page(list)).body()).contains("经异议移出名单");
        assertThat(lettersTo("zhang@example.net")).anyMatch(subject -> subject.contains("答复"));
        assertThat(lettersTo(first.applicant().email())).anyMatch(subject -> subject.contains("异议结论"));
        assertThat(recorded("objection.answered"))
                .anyMatch(
                        line -> line.contains(first.id()) && line.contains("UPHELD TAKE_OFF") && line.contains("确未建成"));

        whenClockShows(list.endsAt().minusSeconds(60));
        assertThat(object(list, Map.of("person", "王五", "contact", "wang@example.net", "words", "再看看"))
                        .body())
                .contains("异议已收到");
        whenClockShows(list.endsAt());
        assertThat(object(list, Map.of("person", "赵六", "contact", "zhao@example.net", "words", "迟了"))
                        .body())
                .contains("公示期已满", "未能办理");
        assertThat(tasks("dept-44", "UserTask_RankProjects"))
                .as("two wait for their answers")
                .isEmpty();
        answer("dept-44", 0, "DISMISSED", "名单符合规定").ok();
        assertThat(tasks("dept-44", "UserTask_RankProjects")).isEmpty();
        answer("dept-44", 0, "DISMISSED", "没有新的事实").ok();
        assertThat(publicities.newest(round, "dept-44").orElseThrow().closedAt())
                .isNotNull();

        assertThat(complete("dept-44", "UserTask_RankProjects", Map.of("ranking", first.id(), "grounds", "择优推荐"))
                        .body())
                .contains("不在");
        complete(
                        "dept-44",
                        "UserTask_RankProjects",
                        Map.of("ranking", unlisted.id() + "\n" + second.id(), "grounds", "择优", "moved", "应急增补"))
                .ok();
        assertThat(complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                        .body())
                .contains("不在公示名单上", unlisted.id());
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "RETURN", "grounds", "有未公示的项目"))
                .ok();
        whenListed("dept-44", List.of(second.id()));
        assertThat(state(second.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    @Test
    @DisplayName(
            "R3.7 where a project is taken off the public list, what was dropped for it comes back, and is made public before it is ranked")
    void duplicateOfWhatIsTakenOff() {
        givenRound();
        whenPublicityIsOn("dept-44");
        Submitted one = givenAccepted("city-440400", "T01", "潮汐电站机组巡检");
        Submitted other = givenAccepted("city-440100", "T01", "潮汐电站机组巡检项目");
        whenArrived("city-440400", List.of(one.id()));
        whenArrived("city-440100", List.of(other.id()));
        whenProvinceHasReviewed();
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一座电站"))
                .ok();
        Submitted kept = state(one.id()) == ApplicationState.REVIEWED ? one : other;
        Submitted dropped = kept == one ? other : one;
        publish("dept-44", "1", kept.id()).ok();
        Publicity list = publicities.newest(round, "dept-44").orElseThrow();
        object(list, Map.of("project", kept.id(), "person", "张三", "contact", "zhang@example.net", "words", "并未建成"))
                .ok();

        answer("dept-44", 0, "TAKE_OFF", "确未建成").ok();

        assertThat(state(kept.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
        assertThat(state(dropped.id())).as("never are both out").isEqualTo(ApplicationState.REVIEWED);
        whenClockShows(list.endsAt());
        assertThat(tasks("dept-44", "UserTask_RankProjects"))
                .as("it was not public yet")
                .isEmpty();
        publish("dept-44", "1", dropped.id()).ok();
        whenClockShows(publicities.newest(round, "dept-44").orElseThrow().endsAt());
        whenListed("dept-44", List.of(dropped.id()));
        assertThat(state(dropped.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    @Test
    @DisplayName(
            "R3.8 the ministry's list: an applicant objects and is put on it, another is taken off; the announcement follows, open to all, as page and papers")
    void ministrysListIsPublic() {
        givenRound();
        whenPublicityIsOn("ministry");
        Submitted selected = givenAccepted("city-440300", "T01", "海工装备数字孪生");
        Submitted left = givenAccepted("city-440300", "T02", "打印机耗材追溯");
        whenListed("city-440300", List.of(selected.id(), left.id()));
        registerArrival("ministry", "city-440300").ok();
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");
        complete("ministry-lead", "UserTask_DecideSelection", Map.of("selection", selected.id(), "grounds", "择优"))
                .ok();

        assertThat(tasks("ministry", "UserTask_PublishResult")).isEmpty();
        assertThat(read(OfficerClient.nobody(base()), "/results/" + round).status())
                .as("before it is announced")
                .isEqualTo(404);
        assertThat(publish("ministry", "3", left.id()).body()).contains("须与确定的入选项目一致");
        publish("ministry", "3", selected.id()).ok();
        Publicity list = publicities.newest(round, "ministry").orElseThrow();
        assertThat(object(
                                list,
                                Map.of(
                                        "project",
                                        left.id(),
                                        "person",
                                        "路人",
                                        "contact",
                                        "x@example.net",
                                        "words",
                                        "为何没有它"))
                        .body())
                .as("nobody learns which numbers exist")
                .contains("名单中没有这个申请编号");
        OfficerClient applicant = portal(left);
        assertThat(applicant
                        .withToken(
                                page(list),
                                "POST",
                                page(list) + "/objections",
                                form(Map.of("project", left.id(), "words", "评分有误")),
                                FORM)
                        .body())
                .contains("异议已收到");
        assertThat(object(
                                list,
                                Map.of(
                                        "project",
                                        selected.id(),
                                        "person",
                                        "路人",
                                        "contact",
                                        "x@example.net",
                                        "words",
                                        "侵权"))
                        .body())
                .contains("异议已收到");
        answer("ministry", 0, "PUT_BACK", "复核后补入").ok();
        answer("ministry", 0, "TAKE_OFF", "确有侵权").ok();
        whenClockShows(list.endsAt());

        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();
        assertThat(state(left.id())).isEqualTo(ApplicationState.PILOT);
        assertThat(state(selected.id())).isEqualTo(ApplicationState.NOT_SELECTED);
        assertThat(steps(left.id()))
                .as("who put it on the list decided, not the lead")
                .contains("SELECTED ministry 异议成立：复核后补入");
        assertThat(steps(selected.id()))
                .contains("NOT_SELECTED ministry 异议成立：确有侵权")
                .noneMatch(step -> step.contains("遴选意见"));
        assertThat(jdbc.sql("select body from outbox where recipient = :to and kind = 'not-selected'")
                        .param("to", selected.applicant().email())
                        .query(String.class)
                        .single())
                .contains("异议成立：确有侵权");
        assertThat(read(officer("ministry"), "/dossier/" + selected.id()).body())
                .contains("异议和答复", "侵权", "成立，移出名单", "确有侵权")
                .doesNotContain("x@example.net");

        OfficerClient anybody = OfficerClient.nobody(base());
        assertThat(read(anybody, "/results").body()).contains("/results/" + round);
        assertThat(read(anybody, "/results/" + round).body())
                .contains("打印机耗材追溯")
                .doesNotContain("海工装备数字孪生", "联系人", "@example.org");
        assertThat(anybody.download("/results/" + round + "/list.docx")).startsWith('P', 'K');
        assertThat(anybody.download("/results/" + round + "/list.pdf")).startsWith('%', 'P', 'D', 'F');
        assertThat(read(anybody, "/results/" + round + "/list.exe").status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "an applicant objects to its refusal from the portal, once and in time; upheld, the unit decides anew, and after the deadline says what follows")
    void refusalIsHeardAgain() {
        givenRound();
        Submitted refused = givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        Submitted other = givenSubmitted("city-440400", "T02", "打印机耗材追溯");
        whenRefused(refused);
        whenRefused(other);
        OfficerClient owner = portal(refused);
        String page = "/portal/applications/" + refused.id() + "/objections";

        assertThat(read(owner, "/portal/applications/" + refused.id()).body()).contains("对办理结果提出异议");
        assertThat(read(portal(other), page).status()).isEqualTo(404);
        assertThat(owner.submitPage(page, Map.of("words", " ")).body()).contains("请写明异议");
        assertThat(owner.submitPage(page, Map.of("words", "已建成，有验收证明")).body()).contains("异议已收到");
        assertThat(owner.withToken("/portal", "POST", page, form(Map.of("words", "再说一次")), FORM)
                        .body())
                .contains("已提出过异议");
        answer("city-440400", 0, "PUT_BACK", "验收证明属实").ok();
        assertThat(state(refused.id())).isEqualTo(ApplicationState.SUBMITTED);
        whenAccepted("city-440400", refused.id());
        assertThat(read(owner, page).body()).contains("成立", "验收证明属实");
        assertThat(lettersTo(refused.applicant().email())).anyMatch(subject -> subject.contains("答复"));

        whenListed("city-440400", List.of(refused.id()));
        assertThat(portal(other)
                        .submitPage("/portal/applications/" + other.id() + "/objections", Map.of("words", "不服"))
                        .body())
                .contains("异议已收到");
        assertThat(answer("city-440400", 0, "PUT_BACK", "属实").body()).contains("不能再并入", "成立，结果不变");
        answer("city-440400", 0, "UPHELD", "属实；名单已签发，请于下一批次再报").ok();
        assertThat(state(other.id())).isEqualTo(ApplicationState.REFUSED);
    }

    @Test
    @DisplayName("what is refused again after its objection was upheld, as it was submitted, is told again")
    void refusedTwice() {
        givenRound();
        Submitted refused = givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        whenRefused(refused);
        portal(refused).submitPage("/portal/applications/" + refused.id() + "/objections", Map.of("words", "已建成"));
        answer("city-440400", 0, "PUT_BACK", "再看现场").ok();

        whenRefused(refused);

        assertThat(state(refused.id())).isEqualTo(ApplicationState.REFUSED);
        assertThat(jdbc.sql("select count(*) from outbox where kind = 'refusal' and recipient = :to")
                        .param("to", refused.applicant().email())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "what failed the first review is reviewed again where the objection is upheld while the Department ranks")
    void reviewedAgain() {
        givenRound();
        Submitted passed = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted failed = givenAccepted("city-440400", "T02", "打印机耗材追溯");
        whenArrived("city-440400", List.of(passed.id(), failed.id()));
        whenClockShows("12-08T17:30:01");
        tasks("dept-44", "UserTask_ReviewProject").forEach(task -> {
            boolean pass = officer("dept-44").variable(task, "applicationId").equals(passed.id());
            officer("dept-44")
                    .complete(task, Map.of("outcome", pass ? "PASS" : "FAIL", "grounds", "见审核记录"))
                    .ok();
        });
        settle();
        whenAllPass("ca-44");
        assertThat(state(failed.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", passed.id(), "grounds", "择优推荐"))
                .ok();

        portal(failed)
                .submitPage("/portal/applications/" + failed.id() + "/objections", Map.of("words", "检测报告在佐证材料之三"))
                .ok();
        answer("dept-44", 0, "PUT_BACK", "确有报告，重新审核").ok();
        assertThat(state(failed.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation"))
                .as("the order waits for the review")
                .isEmpty();
        whenAllPass("dept-44");
        whenListed("dept-44", List.of(passed.id(), failed.id()));
        assertThat(state(failed.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    @Test
    @DisplayName(
            "R3.6 upheld before the list has left its unit, what was left out is a candidate again and the list is ranked and signed anew")
    void leftOutIsACandidateAgain() {
        givenRound();
        Submitted listed = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted leftOut = givenAccepted("city-440400", "T02", "打印机耗材追溯");
        complete("city-440400", "UserTask_RankProjects", Map.of("ranking", listed.id(), "grounds", "择优推荐"))
                .ok();
        complete("city-440400-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        assertThat(state(leftOut.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        portal(leftOut)
                .submitPage("/portal/applications/" + leftOut.id() + "/objections", Map.of("words", "未见不推荐的理由"))
                .ok();

        answer("city-440400", 0, "PUT_BACK", "漏看一份专利证书").ok();

        assertThat(state(leftOut.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(state(listed.id()))
                .as("nobody is recommended by a list that was called back")
                .isEqualTo(ApplicationState.RANKED);
        assertThat(tasks("city-440400", "UserTask_HandOver")).isEmpty();
        assertThat(tasks("city-440400-lead", "UserTask_DecideRemedy")).isEmpty();
        assertThat(lettersTo(leftOut.applicant().email())).anyMatch(subject -> subject.contains("答复"));
        whenArrived("city-440400", List.of(leftOut.id(), listed.id()));
        assertThat(state(leftOut.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(state(listed.id())).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName(
            "R3.2 upheld when the list has gone, the lead decides with grounds: added behind the others within the quota, reviewed like a late one, or kept out")
    void leftOutIsAdded() {
        givenRound();
        Submitted listed = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted first = givenAccepted("city-440400", "T02", "打印机耗材追溯");
        Submitted second = givenAccepted("city-440400", "T03", "电梯远程监护");
        jdbc.sql("update recommendation set quota = 2 where round_id = :round and unit_id = 'city-440400'")
                .param("round", round)
                .update();
        whenArrived("city-440400", List.of(listed.id()));
        for (Submitted one : List.of(first, second)) {
            portal(one)
                    .submitPage("/portal/applications/" + one.id() + "/objections", Map.of("words", "请说明理由"))
                    .ok();
        }
        whenProvinceHasReviewed();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", listed.id(), "grounds", "择优推荐"))
                .ok();

        answer("city-440400", 0, "PUT_BACK", "确有漏看").ok();
        answer("city-440400", 0, "PUT_BACK", "也有漏看").ok();
        assertThat(state(first.id()))
                .as("the answer alone changes nothing any more")
                .isEqualTo(ApplicationState.NOT_RECOMMENDED);
        String page = "/portal/applications/" + first.id() + "/objections";
        assertThat(read(portal(first), page).body())
                .as("nobody is told of an effect that may not come")
                .contains("成立（待负责人决定是否补列）")
                .doesNotContain("列入名单或恢复办理");
        assertThat(read(officer("city-440400"), "/desk/objections").body())
                .contains("成立，待负责人决定是否补列")
                .doesNotContain("列入名单或恢复办理");
        assertThat(read(officer("dept-44"), "/desk/diagrams/objection/standing?element=UserTask_DecideRemedy")
                        .body())
                .contains("打印机耗材追溯");
        assertThat(officer("city-440400-lead").variable(remedyTask("city-440400", first), "view"))
                .contains("名额", "确有漏看", "已推荐 1 项");
        assertThat(remedy("city-440400", first, "ADD", "").body()).contains("请填写理由");
        remedy("city-440400", first, "ADD", "还有一个名额").ok();

        assertThat(state(first.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation"))
                .as("the order waits for the review")
                .isEmpty();
        assertThat(lettersTo(first.applicant().email())).anyMatch(subject -> subject.contains("答复"));
        assertThat(read(portal(first), page).body()).contains("成立（补列）", "还有一个名额");
        assertThat(remedy("city-440400", second, "ADD", "再加一个").body()).contains("R3.2");
        remedy("city-440400", second, "KEEP", "名额已满，请于下一批次再报").ok();
        assertThat(state(second.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        assertThat(recorded("objection.remedied"))
                .anyMatch(line -> line.contains(second.id()) && line.contains("KEPT") && line.contains("名额已满"));

        whenAllPass("dept-44");
        whenListed("dept-44", List.of(first.id(), listed.id()));
        assertThat(state(first.id())).isEqualTo(ApplicationState.FORWARDED);
        assertThat(read(officer("dept-44"), "/dossier/" + first.id()).body())
                .contains("异议成立，补列：还有一个名额", "city-440400-lead");
    }

    @Test
    @DisplayName(
            "R3.5 upheld when the Department's list has left, its lead adds what was left out, and the ministry reviews it with the others; not before it has left, nor once the ministry has selected")
    void notForwardedIsAdded() {
        givenRound();
        Submitted listed = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted leftOut = givenAccepted("city-440400", "T02", "打印机耗材追溯");
        Submitted late = givenAccepted("city-440400", "T03", "电梯远程监护");
        whenArrived("city-440400", List.of(listed.id(), leftOut.id(), late.id()));
        whenProvinceHasReviewed();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", listed.id(), "grounds", "择优"))
                .ok();
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        for (Submitted one : List.of(leftOut, late)) {
            assertThat(state(one.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
            portal(one)
                    .submitPage("/portal/applications/" + one.id() + "/objections", Map.of("words", "请说明理由"))
                    .ok();
        }
        answer("dept-44", 0, "PUT_BACK", "计分有误").ok();
        answer("dept-44", 0, "PUT_BACK", "计分有误").ok();

        assertThat(remedy("dept-44", leftOut, "ADD", "应在名单上").body()).contains("已签发，还没有报送");
        assertThat(state(leftOut.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
        complete("dept-44", "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();
        remedy("dept-44", leftOut, "ADD", "应在名单上").ok();

        assertThat(state(leftOut.id())).isEqualTo(ApplicationState.FORWARDED);
        assertThat(read(officer("dept-44"), "/dossier/" + leftOut.id()).body()).contains("异议成立，补列：应在名单上", "R3.5");
        registerArrival("ministry", "dept-44").ok();
        whenClockShows("12-21T00:00:01");
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(2);
        whenAllPass("ministry");
        complete("ministry-lead", "UserTask_DecideSelection", Map.of("selection", leftOut.id(), "grounds", "择优"))
                .ok();
        assertThat(remedy("dept-44", late, "ADD", "也应在名单上").body()).contains("部里已确定入选项目");
        remedy("dept-44", late, "KEEP", "请于下一批次再报").ok();
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();
        assertThat(state(leftOut.id())).isEqualTo(ApplicationState.PILOT);
        assertThat(state(late.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
    }

    @Test
    @DisplayName(
            "R3.7 what failed the first review was compared with nothing: the lead can not add it where a running pilot is the same applicant's same project")
    void addedPastThePilot() {
        givenRound();
        Submitted failed = givenFailedByTheDepartment("蚝排养殖监测", "船用柴油机再制造");
        givenPilots("船用柴油机再制造项目,旧名," + failed.applicant().client().username() + "," + year + "-02-01\n");
        whenUpheld(failed);

        assertThat(remedy("dept-44", failed, "ADD", "应当报部").body()).contains("试点名册第 ", "不能补列");

        assertThat(state(failed.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
        remedy("dept-44", failed, "KEEP", "已是试点").ok();
    }

    @Test
    @DisplayName("R3.7 what it only resembles the lead is shown with the table's words, and may add it with grounds")
    void addedAlike() {
        givenRound();
        Submitted failed = givenFailedByTheDepartment("滩涂光伏运维", "船舶涂装机器人");
        givenPilots("船舶涂装机器人,另一家船厂," + creditCode("91440300MA5DQ4XY3") + "," + year + "-02-01\n");
        whenUpheld(failed);

        assertThat(officer("dept-44-lead").variable(remedyTask("dept-44", failed), "view"))
                .contains("查重提示", "另一家船厂", "疑似重复", "试点名册第 ");
        String longest = "两家船厂的不同产线，设备与数据均不相同。".repeat(100);
        remedy("dept-44", failed, "ADD", longest).ok();

        assertThat(state(failed.id())).isEqualTo(ApplicationState.FORWARDED);
        assertThat(read(officer("dept-44"), "/dossier/" + failed.id()).body()).contains(longest);
    }

    @Test
    @DisplayName(
            "R3.5 what the CA's review did not pass is a candidate of the CA where it upholds the objection, its first opinion kept aside")
    void failedByTheCa() {
        givenRound();
        Submitted failed = givenAccepted("ca-44", "N01", "海工装备数字孪生");
        Submitted other = givenAccepted("ca-44", "N02", "打印机耗材追溯");
        whenClockShows("12-08T17:30:01");
        OfficerClient.Task review = tasks("ca-44", "UserTask_ReviewProject").stream()
                .filter(task -> officer("ca-44").variable(task, "applicationId").equals(failed.id()))
                .findFirst()
                .orElseThrow();
        officer("ca-44")
                .complete(review, Map.of("outcome", "FAIL", "grounds", "未见测试报告"))
                .ok();
        settle();
        assertThat(state(failed.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        portal(failed)
                .submitPage("/portal/applications/" + failed.id() + "/objections", Map.of("words", "报告在佐证材料之二"))
                .ok();

        answer("ca-44", 0, "PUT_BACK", "报告属实").ok();

        assertThat(state(failed.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(read(portal(failed), "/portal/data/export.json").body())
                .as("the applicant's own data")
                .contains("报告在佐证材料之二", "报告属实", "PUT_BACK", failed.id())
                .doesNotContain("answeredBy");
        whenAllPass("ca-44");
        complete(
                        "ca-44",
                        "UserTask_RankProjects",
                        Map.of("ranking", failed.id() + "\n" + other.id(), "grounds", "择优推荐"))
                .ok();
        complete("ca-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        assertThat(state(failed.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(jdbc.sql("select grounds from opinion_set_aside where application_id = :id")
                        .param("id", failed.id())
                        .query(String.class)
                        .list())
                .containsExactly("未见测试报告");
    }

    @Test
    @RealPapers
    @DisplayName(
            "R3.8 upheld after the announcement, the ministry's lead adds what was not selected to the pilots, its term from that day, or keeps it out")
    void notSelectedIsAdded() {
        givenRound();
        Submitted selected = givenAccepted("city-440300", "T01", "海工装备数字孪生");
        Submitted left = givenAccepted("city-440300", "T02", "打印机耗材追溯");
        Submitted kept = givenAccepted("city-440300", "T03", "电梯远程监护");
        whenListed("city-440300", List.of(selected.id(), left.id(), kept.id()));
        registerArrival("ministry", "city-440300").ok();
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");
        complete("ministry-lead", "UserTask_DecideSelection", Map.of("selection", selected.id(), "grounds", "择优"))
                .ok();
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();
        for (Submitted one : List.of(left, kept)) {
            assertThat(state(one.id())).isEqualTo(ApplicationState.NOT_SELECTED);
            portal(one)
                    .submitPage("/portal/applications/" + one.id() + "/objections", Map.of("words", "评分有误"))
                    .ok();
        }
        assertThat(announced()).contains("海工装备数字孪生").doesNotContain("打印机耗材追溯");
        whenClockShows("12-22T10:00:00");

        answer("ministry", 0, "PUT_BACK", "漏计一项得分").ok();
        answer("ministry", 0, "PUT_BACK", "漏计一项得分").ok();
        remedy("ministry", left, "ADD", "复核后高于入选线").ok();
        remedy("ministry", kept, "KEEP", "复核后仍低于入选线").ok();

        assertThat(state(left.id())).isEqualTo(ApplicationState.PILOT);
        assertThat(pilots.ofRound(round))
                .filteredOn(pilot -> pilot.applicationId().equals(left.id()))
                .singleElement()
                .satisfies(pilot -> assertThat(pilot.startsOn()).isEqualTo(clock.today()));
        assertThat(lettersTo(left.applicant().email())).anyMatch(subject -> subject.contains("入选"));
        assertThat(read(OfficerClient.nobody(base()), "/results/" + round).body())
                .contains("打印机耗材追溯")
                .doesNotContain("电梯远程监护");
        assertThat(announced())
                .as("the paper follows, each line with its own term")
                .contains("打印机耗材追溯", "各项目起止日期不同", year + "年12月21日至", year + "年12月22日至")
                .doesNotContain("电梯远程监护");
        assertThat(state(kept.id())).isEqualTo(ApplicationState.NOT_SELECTED);
        assertThat(read(portal(kept), "/portal/applications/" + kept.id() + "/objections")
                        .body())
                .contains("维持原结果", "仍低于入选线");
    }

    @Test
    @DisplayName("an objection that comes when its working days are over is not heard")
    void objectedTooLate() {
        givenRound();
        Submitted refused = givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        whenRefused(refused);
        String page = "/portal/applications/" + refused.id() + "/objections";
        whenClockShows(hearing.objectableUntil(application(refused.id())).orElseThrow());

        assertThat(portal(refused)
                        .withToken("/portal", "POST", page, form(Map.of("words", "迟了")), FORM)
                        .body())
                .contains("5 个工作日");
    }

    @Test
    @DisplayName(
            "R3.5 a round with site visits and legal checks makes both of every project before it ranks; what fails one is not forwarded")
    void checkedOnSiteAndByLaw() {
        givenRound();
        officer("dept-44")
                .withToken(
                        "/desk/experts",
                        "POST",
                        "/desk/experts/checks",
                        form(Map.of("siteVisit", "true", "legalCheck", "true")),
                        FORM)
                .ok();
        Submitted good = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted bad = givenAccepted("city-440400", "T02", "打印机耗材追溯");
        whenArrived("city-440400", List.of(good.id(), bad.id()));
        whenProvinceHasReviewed();

        assertThat(tasks("dept-44", "UserTask_RecordCheck")).hasSize(4);
        whenClockShows("12-13T09:00:01");
        assertThat(jdbc.sql("select body from outbox where kind = 'work-reminder' and round_id = :round")
                        .param("round", round)
                        .query(String.class)
                        .list())
                .as("one letter with the tasks of all four instances")
                .singleElement()
                .asString()
                .contains("登记核查结论：4 件");
        assertThat(check(bad, "FAIL", "").body()).contains("请填写理由");
        check(bad, "FAIL", "现场未见设备").ok();
        assertThat(state(bad.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
        assertThat(lettersTo(bad.applicant().email())).isNotEmpty();
        assertThat(tasks("dept-44", "UserTask_RecordCheck"))
                .as("its other check is not waited for")
                .hasSize(2);
        check(good, "PASS", "与申报相符").ok();
        assertThat(tasks("dept-44", "UserTask_RankProjects")).isEmpty();
        check(good, "PASS", "手续齐全").ok();
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
        assertThat(read(officer("dept-44"), "/dossier/" + bad.id()).body()).contains("补充核查", "现场未见设备");
    }

    private Answer check(Submitted project, String outcome, String grounds) {
        OfficerClient.Task task = tasks("dept-44", "UserTask_RecordCheck").stream()
                .filter(one -> officer("dept-44").variable(one, "applicationId").equals(project.id()))
                .findFirst()
                .orElseThrow();
        Answer answer = officer("dept-44").complete(task, Map.of("outcome", outcome, "grounds", grounds));
        settle();
        return answer;
    }

    /** What the announced list says as a Word file. */
    private String announced() {
        byte[] file = OfficerClient.nobody(base()).download("/results/" + round + "/list.docx");
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return text.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void whenClockShows(Instant instant) {
        engineClock.moveTo(instant);
        settle();
    }

    private void whenPublicityIsOn(String office) {
        go(
                step("publicity", office),
                () -> officer(office)
                        .withToken(
                                "/desk/objections",
                                "POST",
                                "/desk/objections/plan",
                                form(Map.of("round", round, "organised", "true")),
                                FORM)
                        .ok());
    }

    /** A list has arrived, the Department passes its first project and fails the other, and its own list has gone. */
    private Submitted givenFailedByTheDepartment(String passedName, String failedName) {
        Submitted passed = givenAccepted("city-440400", "T01", passedName);
        Submitted failed = givenAccepted("city-440400", "T02", failedName);
        whenArrived("city-440400", List.of(passed.id(), failed.id()));
        whenClockShows("12-08T17:30:01");
        OfficerClient department = officer("dept-44");
        tasks("dept-44", "UserTask_ReviewProject").forEach(task -> {
            boolean pass = department.variable(task, "applicationId").equals(passed.id());
            department
                    .complete(task, Map.of("outcome", pass ? "PASS" : "FAIL", "grounds", "见审核记录"))
                    .ok();
        });
        settle();
        whenAllPass("ca-44");
        whenListed("dept-44", List.of(passed.id()));
        return failed;
    }

    private void whenUpheld(Submitted project) {
        portal(project)
                .submitPage("/portal/applications/" + project.id() + "/objections", Map.of("words", "报告在佐证材料之三"))
                .ok();
        answer("dept-44", 0, "PUT_BACK", "报告属实").ok();
    }

    private void whenRefused(Submitted project) {
        complete(
                        "city-440400",
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.7", "grounds", "未建成", "creditRecord", "CLEAN"))
                .ok();
    }

    private Answer publish(String office, String days, String... list) {
        List<String> listed = List.of(list);
        String leftOff = jdbc
                .sql("select id from application where round_id = :round")
                .param("round", round)
                .query(String.class)
                .list()
                .stream()
                .filter(id -> !listed.contains(id))
                .map(id -> id + "：尚待核实")
                .collect(Collectors.joining("\n"));
        return complete(
                office,
                "UserTask_OpenPublicity",
                Map.of("publicList", String.join("\n", list), "leftOff", leftOff, "workingDays", days));
    }

    /** Answers one of the office's open objections, the earliest first. */
    private Answer answer(String office, int which, String outcome, String grounds) {
        Answer answer = officer(office)
                .complete(
                        tasks(office, "UserTask_AnswerObjection").get(which),
                        Map.of("outcome", outcome, "grounds", grounds));
        settle();
        return answer;
    }

    private OfficerClient.Task remedyTask(String office, Submitted project) {
        return tasks(office + "-lead", "UserTask_DecideRemedy").stream()
                .filter(task -> officer(office + "-lead").variable(task, "view").contains(project.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The lead's decision about an upheld objection whose list has gone. */
    private Answer remedy(String office, Submitted project, String outcome, String grounds) {
        Answer answer = officer(office + "-lead")
                .complete(remedyTask(office, project), Map.of("outcome", outcome, "grounds", grounds));
        settle();
        return answer;
    }

    private Answer object(Publicity list, Map<String, String> fields) {
        return OfficerClient.nobody(base()).withToken("/login", "POST", page(list) + "/objections", form(fields), FORM);
    }

    private OfficerClient portal(Submitted project) {
        return new OfficerClient(base(), project.applicant().client().username(), "Testing-123");
    }

    private static String page(Publicity list) {
        return "/publicity/" + list.id();
    }

    private Answer read(OfficerClient person, String page) {
        return person.raw("GET", page, BodyPublishers.noBody(), "text/plain");
    }

    private List<String> steps(String application) {
        return jdbc.sql(
                        "select concat(to_state, ' ', actor, ' ', coalesce(grounds, '')) from application_event where application_id = :id")
                .param("id", application)
                .query(String.class)
                .list();
    }

    private List<String> recorded(String action) {
        return jdbc.sql(
                        "select concat(subject, ' ', coalesce(became, ''), ' ', coalesce(grounds, '')) from record_entry where action = :action")
                .param("action", action)
                .query(String.class)
                .list();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

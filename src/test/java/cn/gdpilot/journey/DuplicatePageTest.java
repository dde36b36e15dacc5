package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A pair side by side: who sees it, what it says, the CA heard before the Department decides. */
class DuplicatePageTest extends Journey {

    @Autowired
    DuplicatePairs pairs;

    @Test
    @DisplayName("R3.7 the page says why, hides itself from others, takes the CA's word and shows who decided")
    void comparedHeardDecided() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "岸桥远程操控建设项目");
        Submitted throughCa = givenAccepted("ca-44", "F01", "岸橋遠程操控");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();
        DuplicatePair pair = pairs.open(round).get(0);
        String page = "/desk/duplicates/" + pair.id();

        assertThat(open("dept-44", page).ok().body()).contains("<mark>岸桥远程操控</mark>", "<mark>岸橋遠程操控</mark>");
        assertThat(open("city-440100", page).status()).isEqualTo(404);
        Answer empty = officer("ca-44").submitPage(page, Map.of("words", " "));
        assertThat(empty.body()).contains("请填写意见");
        Answer notCa = officer("dept-44").submitPage(page, Map.of("words", "越权"));
        assertThat(notCa.body()).contains("只有省通信管理局");
        officer("ca-44").submitPage(page, Map.of("words", "同一岸桥，建议保留我局")).ok();
        assertThat(open("dept-44", page).body()).contains("同一岸桥，建议保留我局").doesNotContain("越权");

        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一台岸桥"))
                .ok();

        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(open("dept-44", page).body()).contains("一台岸桥", "保留 " + throughCa.id());
    }

    @Test
    @DisplayName(
            "R3.7 where the CA leaves off its list what the other was dropped for, the other is the Department's candidate again")
    void keptOneIsNotRecommended() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "船坞龙门吊改造");
        Submitted throughCa = givenAccepted("ca-44", "F01", "船坞龙门吊改造项目");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();
        complete(
                        "dept-44",
                        "UserTask_ResolveDuplicate",
                        Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一台龙门吊"))
                .ok();
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(open("dept-44", "/dossier/" + throughCity.id()).body())
                .as("who, when, why, by which table's version")
                .contains("dept-44", "一台龙门吊", "R3.7", "duplicate-verdict v");

        complete("ca-44", "UserTask_RankProjects", Map.of("grounds", "材料不实")).ok();
        complete("ca-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();

        assertThat(state(throughCa.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        assertThat(open("dept-44", "/dossier/" + throughCa.id()).body()).contains("材料不实", "recommendation-quota v");
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.REVIEWED);

        new OfficerClient(base(), throughCa.applicant().client().username(), "Testing-123")
                .submitPage("/portal/applications/" + throughCa.id() + "/objections", Map.of("words", "材料属实"))
                .ok();
        complete("ca-44", "UserTask_AnswerObjection", Map.of("outcome", "PUT_BACK", "grounds", "复核属实"))
                .ok();
        assertThat(state(throughCa.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(state(throughCity.id()))
                .as("what was decided of the two holds again")
                .isEqualTo(ApplicationState.DUPLICATE);
    }

    @Test
    @DisplayName(
            "R3.7 dropped for two other ways of one project, it comes back when both have gone, not before, and is ranked anew with the others")
    void droppedForTwo() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "热轧线板形控制");
        Submitted throughCa = givenAccepted("ca-44", "F01", "热轧线板形控制项目");
        Submitted throughCentral = givenAccepted("central-sample-steel", "F01", "热轧线板形控制建设");
        Submitted another = givenAccepted("city-440100", "T01", "海鲜冷链溯源");
        whenArrived("city-440100", List.of(throughCity.id(), another.id()));
        whenProvinceHasReviewed();
        for (DuplicatePair pair : pairs.open(round)) {
            complete(
                            "dept-44",
                            "UserTask_ResolveDuplicate",
                            Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一条轧线" + pair.id()))
                    .ok();
        }
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", another.id(), "grounds", "择优推荐"))
                .ok();

        throughCa.applicant().client().withdraw(throughCa.id(), "不再申报").ok();
        settle();
        assertThat(state(throughCity.id()))
                .as("the central enterprise's stands")
                .isEqualTo(ApplicationState.DUPLICATE);
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation")).hasSize(1);
        throughCentral
                .applicant()
                .client()
                .withdraw(throughCentral.id(), "不再申报")
                .ok();
        settle();

        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.REVIEWED);
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation"))
                .as("nobody has ranked it")
                .isEmpty();
        whenListed("dept-44", List.of(throughCity.id(), another.id()));
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    @Test
    @DisplayName(
            "R3.3 of a pair with Shenzhen's project the Department can drop its own only: to keep it, the other must go first, and the officer is told so")
    void withShenzhen() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "邮轮甲板敷设");
        Submitted throughShenzhen = givenAccepted("city-440300", "F01", "邮轮甲板敷设项目");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();

        assertThat(complete(
                                "dept-44",
                                "UserTask_ResolveDuplicate",
                                Map.of("outcome", "SAME", "keep", "FIRST", "grounds", "一艘邮轮"))
                        .body())
                .contains("R2.10", throughShenzhen.id(), "省厅不能撤下");

        assertThat(pairs.open(round)).as("nothing is decided by that").hasSize(1);
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一艘邮轮"))
                .ok();
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
    }

    @Test
    @DisplayName(
            "R2.10 what reaches the ministry past the Department and may be one project is pointed out to whoever selects")
    void alikePastTheDepartment() {
        givenRound();
        Submitted throughShenzhen = givenAccepted("city-440300", "F01", "叶片榫槽拉削");
        Submitted throughCentral = givenAccepted("central-sample-power", "F01", "叶片榫槽拉削项目");
        Submitted another = givenAccepted("city-440300", "T01", "荔枝冷链保鲜");
        whenListed("city-440300", List.of(throughShenzhen.id(), another.id()));
        whenListed("central-sample-power", List.of(throughCentral.id()));
        registerArrival("ministry", "city-440300").ok();
        registerArrival("ministry", "central-sample-power").ok();
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");

        String sheet = officer("ministry-lead")
                .variable(tasks("ministry-lead", "UserTask_DecideSelection").get(0), "view");
        String note = sheet.substring(sheet.indexOf("可能是同一项目"), sheet.indexOf("专家均分"));
        assertThat(note)
                .contains(throughShenzhen.id(), throughCentral.id(), "叶片榫槽拉削")
                .doesNotContain("荔枝冷链保鲜");
    }

    @Test
    @DisplayName(
            "R3.7 what a central enterprise signs after the Department has looked for duplicates is compared at once: the Department decides before it signs")
    void signedLate() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "转炉煤气柜改造");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", throughCity.id(), "grounds", "择优推荐"))
                .ok();
        Submitted throughCentral = givenAccepted("central-sample-steel", "F01", "转炉煤气柜改造项目");

        whenListed("central-sample-steel", List.of(throughCentral.id()));

        assertThat(pairs.open(round)).as("once, however often it is compared").hasSize(1);
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation"))
                .as("the order waits for the pair")
                .isEmpty();
        complete(
                        "dept-44",
                        "UserTask_ResolveDuplicate",
                        Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "与中央企业项目" + throughCentral.id() + "相同"))
                .ok();
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(throughCity.applicant().client().timeline(throughCity.id()).body())
                .as("the other project stays with the office")
                .contains("R3.7", "对方情况不予公开")
                .doesNotContain(throughCentral.id());
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
    }

    @Test
    @DisplayName(
            "R3.7 what a central enterprise accepts after the Department has looked for duplicates is compared at once, signed or not")
    void acceptedLate() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "烧结烟气循环利用");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", throughCity.id(), "grounds", "择优推荐"))
                .ok();
        Submitted throughCentral = givenSubmitted("central-sample-steel", "F01", "烧结烟气循环利用项目");
        assertThat(pairs.open(round)).as("not accepted yet").isEmpty();

        whenAccepted("central-sample-steel", throughCentral.id());

        assertThat(pairs.open(round))
                .singleElement()
                .extracting(DuplicatePair::secondId)
                .isEqualTo(throughCentral.id());
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation"))
                .as("the order waits for the pair")
                .isEmpty();
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "DISTINCT", "grounds", "两条产线"))
                .ok();
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
        complete(
                        "central-sample-steel",
                        "UserTask_RankProjects",
                        Map.of("ranking", throughCentral.id(), "grounds", "择优推荐"))
                .ok();
        complete("central-sample-steel-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        assertThat(pairs.open(round)).as("what is decided is not asked again").isEmpty();
    }

    @Test
    @DisplayName(
            "R2.5 a project like a running pilot of an earlier round is a pair to decide: both sides shown, the CA heard, the rule named; an ended pilot is none")
    void likeAPilot() {
        givenRound();
        givenPilots("矿区无人驾驶卡车调度,示例矿业公司," + code(1) + "," + year + "-01-05\n" + "窑炉余热发电监控,示例窑炉公司," + code(2) + ","
                + (year - 4) + "-01-05\n");
        Submitted alike = givenAccepted("city-440100", "F01", "礦區無人駕駛卡車調度建设项目");
        Submitted likeAnEnded = givenAccepted("city-440100", "F02", "窑炉余热发电监控项目");
        whenArrived("city-440100", List.of(alike.id(), likeAnEnded.id()));
        whenProvinceHasReviewed();

        DuplicatePair pair = pairs.open(round).get(0);
        assertThat(pairs.open(round)).as("R2.5 holds for two years").hasSize(1);
        assertThat(pair.firstId()).isEqualTo(alike.id());
        String sheet = officer("dept-44")
                .variable(tasks("dept-44", "UserTask_ResolveDuplicate").get(0), "view");
        assertThat(sheet)
                .contains(
                        "往年试点项目",
                        "示例矿业公司",
                        code(1),
                        "往年.csv",
                        "方向相同：不详",
                        year + "-01-05",
                        (year + 2) + "-01-05",
                        "R2.5");
        String page = "/desk/duplicates/" + pair.id();
        assertThat(open("dept-44", page).ok().body())
                .contains(
                        "<mark>矿区无人驾驶卡车调度</mark>",
                        "<mark>礦區無人駕駛卡車調度</mark>",
                        "试点名册第 ",
                        "往年名单（往年.csv）",
                        "不详（名册未载明）",
                        "试点示范期 " + year + "-01-05 起");
        assertThat(open("city-440100", page).status()).isEqualTo(404);
        officer("ca-44").submitPage(page, Map.of("words", "确系同一矿区")).ok();
        assertThat(complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "SECOND"))
                        .body())
                .contains("理由");

        complete(
                        "dept-44",
                        "UserTask_ResolveDuplicate",
                        Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "同一矿区，换了申报单位"))
                .ok();

        assertThat(state(alike.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(open("dept-44", "/dossier/" + alike.id()).body())
                .as("who, when, why, by which table's version")
                .contains("dept-44", "R2.5", "换了申报单位", "duplicate-verdict v");
        assertThat(open("dept-44", page).body()).contains("确系同一矿区", "试点示范期内不再推荐本批次的申请");
        assertThat(alike.applicant().client().timeline(alike.id()).body())
                .contains("R2.5", "期内不得再次申报")
                .doesNotContain("换了申报单位");
        assertThat(lettersTo(alike.applicant().email())).anyMatch(subject -> subject.contains("重复"));
        assertThat(state(likeAnEnded.id())).isEqualTo(ApplicationState.REVIEWED);
    }

    @Test
    @DisplayName(
            "R2.5 a list of pilots that comes in late is compared at once; the same applicant's same project goes by the rule, another waits for a person")
    void pilotsComeInLate() {
        givenRound();
        Submitted same = givenAccepted("city-440100", "F01", "高炉鼓风机群控");
        Submitted alike = givenAccepted("city-440100", "F02", "纯水站无人值守");
        whenArrived("city-440100", List.of(same.id(), alike.id()));
        whenProvinceHasReviewed();
        complete(
                        "dept-44",
                        "UserTask_RankProjects",
                        Map.of("ranking", same.id() + "\n" + alike.id(), "grounds", "择优推荐"))
                .ok();

        givenPilots("高炉鼓风机群控项目,旧名," + same.applicant().client().username() + "," + year + "-02-01\n" + "纯水站无人值守,示例水务公司,"
                + code(3) + "," + year + "-02-01\n");

        assertThat(state(same.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(open("dept-44", "/dossier/" + same.id()).body())
                .contains("依" + Clauses.of("R2.5") + "：同一申报主体的同一项目仍在试点示范期内");
        assertThat(jdbc.sql("select body from outbox where kind = 'duplicate' and recipient = :to")
                        .param("to", same.applicant().email())
                        .query(String.class)
                        .single())
                .contains("仍在试点示范期内的往年试点项目", Clauses.of("R2.5"))
                .doesNotContain("其他渠道");
        assertThat(pairs.open(round))
                .singleElement()
                .extracting(DuplicatePair::firstId)
                .isEqualTo(alike.id());
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation"))
                .as("the order waits for the pair")
                .isEmpty();
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "DISTINCT", "grounds", "两座水站"))
                .ok();
        assertThat(state(alike.id())).isEqualTo(ApplicationState.REVIEWED);
        whenListed("dept-44", List.of(alike.id()));
    }

    private static String code(int number) {
        return creditCode("91440101MC%07d".formatted(number));
    }

    private Answer open(String person, String page) {
        return officer(person).raw("GET", page, BodyPublishers.noBody(), "text/plain");
    }
}

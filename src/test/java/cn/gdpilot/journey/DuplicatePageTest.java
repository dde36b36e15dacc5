package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.duplicate.DuplicatePair;
import cn.gdpilot.duplicate.DuplicatePairs;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
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
        whenListed("city-440100", List.of(throughCity.id()));
        registerArrival("dept-44", "city-440100").ok();
        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        whenAllPass("ca-44");
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

        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一台岸桥")).ok();

        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(open("dept-44", page).body()).contains("一台岸桥", "保留 " + throughCa.id());
    }

    @Test
    @DisplayName("R3.7 where the CA leaves off its list what the other was dropped for, the other is the Department's candidate again")
    void keptOneIsNotRecommended() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "船坞龙门吊改造");
        Submitted throughCa = givenAccepted("ca-44", "F01", "船坞龙门吊改造项目");
        whenListed("city-440100", List.of(throughCity.id()));
        registerArrival("dept-44", "city-440100").ok();
        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        whenAllPass("ca-44");
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一台龙门吊")).ok();
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(open("dept-44", "/dossier/" + throughCity.id()).body())
                .as("who, when, why, by which table's version").contains("dept-44", "一台龙门吊", "R3.7", "duplicate-verdict v");

        complete("ca-44", "UserTask_RankProjects", Map.of("grounds", "材料不实")).ok();
        complete("ca-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN")).ok();

        assertThat(state(throughCa.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        assertThat(open("dept-44", "/dossier/" + throughCa.id()).body()).contains("材料不实", "recommendation-quota v");
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.REVIEWED);
    }

    @Test
    @DisplayName("R3.7 what a central enterprise signs after the Department has looked for duplicates is compared at once: the Department decides before it signs")
    void signedLate() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "转炉煤气柜改造");
        whenListed("city-440100", List.of(throughCity.id()));
        registerArrival("dept-44", "city-440100").ok();
        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        whenAllPass("ca-44");
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", throughCity.id())).ok();
        Submitted throughCentral = givenAccepted("central-sample-steel", "F01", "转炉煤气柜改造项目");
        assertThat(pairs.open(round)).isEmpty();

        whenListed("central-sample-steel", List.of(throughCentral.id()));

        assertThat(pairs.open(round)).hasSize(1);
        assertThat(tasks("dept-44-lead", "UserTask_SignRecommendation")).as("the order waits for the pair").isEmpty();
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "FIRST", "grounds", "与中央企业项目" + throughCentral.id() + "相同")).ok();
        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(throughCity.applicant().client().timeline(throughCity.id()).body())
                .as("the other project stays with the office").contains("R3.7", "对方情况不予公开").doesNotContain(throughCentral.id());
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
    }

    private Answer open(String person, String page) {
        return officer(person).raw("GET", page, BodyPublishers.noBody(), "text/plain");
    }
}

package cn.gdpilot.desk.ministryreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateSearch;
import cn.gdpilot.domain.duplicate.DuplicateTable;
import cn.gdpilot.domain.duplicate.DuplicateVerdict;
import cn.gdpilot.domain.duplicate.GivenPair;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReceivedAlikeTest extends DataTest {

    private static final Actor LEAD = new Actor("ministry-lead", "ministry");
    private static final String[] NAMES = {
        "注塑车间能耗监测", "港口起重机远程运维", "陶瓷窑炉温度预测", "家电装配线视觉质检", "锂电池化成追溯", "钢卷仓储自动调度",
        "印染废水回用控制", "数控机床刀具寿命", "纺纱断头智能识别", "水泥磨机负荷寻优", "炼化管廊泄漏巡检", "白酒固态发酵感知"
    };

    /** Stands for the table duplicate-verdict: alike is what has nearly the same name. */
    private static final DuplicateTable TABLE = new DuplicateTable() {
        @Override
        public Judgement judge(boolean sameApplicant, boolean sameDirection, double similarity, boolean otherChannel) {
            return new Judgement(similarity > 0.8 ? DuplicateVerdict.SUSPECT : DuplicateVerdict.DISTINCT, "名称相近");
        }

        @Override
        public String verdictSource() {
            return "duplicate-verdict v1";
        }
    };

    @Autowired
    DuplicateSearch search;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    RecordBook book;

    @Autowired
    PilotClock clock;

    private ReceivedAlike alike;
    private Round round;

    @BeforeEach
    void round() {
        round = givenRound();
        alike = new ReceivedAlike(applicants, search, TABLE, pairs, book, clock);
    }

    @Test
    @DisplayName("R2.10 twelve pairs of one name each → all twelve are told, not the first ten")
    void all() {
        List<Application> received = new ArrayList<>();
        for (String name : NAMES) {
            received.add(project(name));
            received.add(project(name));
        }

        assertThat(alike.of(received)).hasSize(NAMES.length);
    }

    @Test
    @DisplayName("R2.10 both projects of a pair selected → refused; one of them → taken")
    void both() {
        Application one = project(NAMES[0]);
        Application other = project(NAMES[0]);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> alike.checkSelected(List.of(one, other)))
                .withMessageContaining(one.id())
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("R2.10"));
        assertThatCode(() -> alike.checkSelected(List.of(one, project(NAMES[1]))))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R2.10 pair held apart with grounds → told no more, both may be selected, the record keeps why")
    void apart() {
        Application one = project(NAMES[0]);
        Application other = project(NAMES[0]);
        List<Application> received = List.of(one, other);

        alike.holdApart(round.id(), received, one.id(), other.id(), "两个车间各自建设", LEAD);

        assertThat(alike.of(received)).isEmpty();
        assertThatCode(() -> alike.checkSelected(received)).doesNotThrowAnyException();
        assertThat(jdbc.sql("select grounds from duplicate_pair where first_id = :one and outcome = 'DISTINCT'")
                        .param("one", one.id())
                        .query(String.class)
                        .list())
                .containsExactly("两个车间各自建设");
    }

    @Test
    @DisplayName("R2.10 pair that the Department once took for one → held apart all the same, the old verdict kept")
    void apartAfterAll() {
        Application one = project(NAMES[0]);
        Application other = project(NAMES[0]);
        String pair = GivenPair.same(jdbc, round, one.id(), other.id(), "同一产线");

        alike.holdApart(round.id(), List.of(one, other), one.id(), other.id(), "两个车间各自建设", LEAD);

        assertThat(pairs.heldApart(one.id(), other.id())).isTrue();
        assertThat(pairs.setAside(pair))
                .extracting(DuplicatePairs.SetAside::grounds)
                .containsExactly("同一产线");
    }

    @Test
    @DisplayName("R2.10 pair held apart without grounds, or no such pair → refused")
    void refused() {
        Application one = project(NAMES[0]);
        Application other = project(NAMES[0]);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> alike.holdApart(round.id(), List.of(one, other), one.id(), other.id(), " ", LEAD));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> alike.holdApart(round.id(), List.of(one), one.id(), other.id(), "不同", LEAD));
    }

    private Application project(String name) {
        return applications.get(
                givenApplication(round, "city-440100", givenApplicant(), name, ApplicationState.FORWARDED));
    }
}

package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A unit that is added while a round runs takes part in it without a restart. */
class AddedUnitTest extends Journey {

    private static final String ADDED = "city-449900";

    @Test
    @DisplayName("R3.1 a unit is added while the round runs → it gets its list, once")
    void added() {
        givenRound();
        jdbc.sql("""
                insert into org_unit (id, type, code, name, city, region)
                select 'city-449900', 'CITY', '449900', '新增市工业和信息化局', '新增市', region from org_unit where id = 'city-440900'""").update();

        whenAdded();
        assertThat(recommendations.get(round, ADDED).state()).isEqualTo(Recommendation.State.RANKING);
        assertThat(openInstances()).isEqualTo(1);
        assertThat(jdbc.sql("select subject from outbox where dedup_key like 'opening/%' and office = :unit")
                        .param("unit", ADDED)
                        .query(String.class)
                        .list())
                .as("told as all others were")
                .hasSize(1);

        whenAdded();
        assertThat(openInstances()).as("a second click begins nothing").isEqualTo(1);
    }

    @Test
    @DisplayName("R3.1 the lists of offices are read again → a new unit's people have their groups, no restart")
    void groups() {
        givenRound();
        jdbc.sql("""
                insert into org_unit (id, type, code, name, city, region)
                select 'city-449900', 'CITY', '449900', '新增市工业和信息化局', '新增市', region from org_unit where id = 'city-440900'""").update();

        officer("dept-44")
                .withToken(
                        "/account/password",
                        "POST",
                        "/desk/rounds/" + round + "/unit-list",
                        "",
                        "application/x-www-form-urlencoded");

        assertThat(jdbc.sql("select id_ from act_id_group where id_ like 'city-449900%' order by id_")
                        .query(String.class)
                        .list())
                .containsExactly(ADDED, ADDED + "-lead");
    }

    private void whenAdded() {
        officer("dept-44")
                .withToken(
                        "/account/password",
                        "POST",
                        "/desk/rounds/" + round + "/units",
                        "unit=" + ADDED,
                        "application/x-www-form-urlencoded");
        settle();
    }

    private int openInstances() {
        return List.of(round + "/" + ADDED).stream()
                .mapToInt(key -> jdbc.sql(
                                "select count(*) from act_ru_execution where business_key_ = :key and parent_id_ is null")
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .sum();
    }
}

package cn.gdpilot.domain.project.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.project.direction.Directions.Standing;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A direction is refused with its true ground: another authority is in charge, or the table names none. */
class DirectionsTest {

    private static final Map<String, Authority> TABLE = Map.of(
            "T02", new Authority(true, false), "T03", new Authority(false, false), "N01", new Authority(false, true));

    private final Directions directions = DirectionsFixture.with(code -> Optional.ofNullable(TABLE.get(code)));

    @Test
    @DisplayName("R1.2 the table has no row, or names no authority → nobody is in charge, whom to ask")
    void nobodys() {
        for (String code : new String[] {"T01", "T03"}) {
            assertThatThrownBy(() -> directions.get(code, UnitType.CITY))
                    .hasMessageContaining("没有申报方向“" + code + "”的主管部门")
                    .hasMessageContaining("联系推荐单位")
                    .hasMessageNotContaining("由省通信管理局负责");
            assertThatThrownBy(() -> directions.get(code, UnitType.COMMS_ADMIN)).hasMessageNotContaining("地市");
        }
    }

    @Test
    @DisplayName("R1.2 R1.3 another authority is in charge → that one is named")
    void anothers() {
        assertThatThrownBy(() -> directions.get("N01", UnitType.CITY)).hasMessageContaining("由省通信管理局负责");
        assertThatThrownBy(() -> directions.get("T02", UnitType.COMMS_ADMIN)).hasMessageContaining("不由省通信管理局负责");
        assertThat(directions.get("T02", UnitType.CITY).code()).isEqualTo("T02");
    }

    @Test
    @DisplayName("R1.2 the list for a channel → each direction with its standing, in the list's order")
    void standings() {
        Map<Direction, Standing> city = directions.standings(UnitType.CITY);

        assertThat(city.keySet()).containsExactlyElementsOf(directions.all());
        assertThat(city.entrySet())
                .filteredOn(one -> TABLE.containsKey(one.getKey().code()))
                .extracting(Map.Entry::getValue)
                .containsExactly(Standing.OPEN, Standing.NOBODYS, Standing.ANOTHERS);
    }
}

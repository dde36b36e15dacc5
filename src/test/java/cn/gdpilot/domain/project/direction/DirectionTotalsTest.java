package cn.gdpilot.domain.project.direction;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R1.1 to R1.3 in numbers: 7 categories, 27 directions, 25 of the Department, 11 of the CA, 9 of both, none of 网络类 the Department's. */
class DirectionTotalsTest {

    private final DirectionList list = DirectionsFixture.list();
    private final DirectionTotals totals = new DirectionTotals(list, new ReferenceFiles(Path.of("content/reference")));

    @Test
    @DisplayName("R1.1 R1.2 R1.3 what is shipped adds up")
    void addsUp() {
        assertThat(totals.faults(shipped())).isEmpty();
    }

    @Test
    @DisplayName("R1.2 a direction that the table does not know → named, and the number is wrong")
    void lost() {
        Map<String, Authority> known = shipped();
        known.remove("T03");

        assertThat(totals.faults(known))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("T03"))
                .anyMatch(fault -> fault.contains("应为 25") && fault.contains("24"));
    }

    @Test
    @DisplayName("R1.2 a direction that neither is in charge of → named")
    void nobodys() {
        Map<String, Authority> known = shipped();
        known.put("T03", new Authority(false, false));

        assertThat(totals.faults(known)).anyMatch(fault -> fault.contains("T03"));
    }

    @Test
    @DisplayName("R1.3 a direction of 网络类 at the Department → named")
    void networkAtTheDepartment() {
        Map<String, Authority> known = shipped();
        known.put("N01", new Authority(true, true));

        assertThat(totals.faults(known)).anyMatch(fault -> fault.contains("网络类") && fault.contains("N01"));
    }

    @Test
    @DisplayName("a row for a direction that the list has not → does not count")
    void unlisted() {
        Map<String, Authority> known = shipped();
        known.put("X01", new Authority(true, true));

        assertThat(totals.faults(known)).isEmpty();
    }

    /** As the shipped table: all but 网络类 are the Department's; 网络类, nine of 工厂类 and 安全类 are the CA's. */
    private Map<String, Authority> shipped() {
        Map<String, Authority> known = new HashMap<>();
        list.all()
                .forEach(one -> known.put(
                        one.code(),
                        new Authority(
                                !one.category().equals("网络类"), one.category().matches("网络类|工厂类|安全类"))));
        return known;
    }
}

package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which branches of a round are lost; {@code reviewing} is a round in the middle of the province's reviews. */
class StandingTest {

    private final Standing reviewing = new Standing(false, true, false, false, false, false);
    private final Standing departmentDelivered = new Standing(false, true, true, false, true, false);

    @Test
    @DisplayName("before the cities' deadline, no instance → intake, cities and direct units begin")
    void beforeTheDeadline() {
        assertThat(new Standing(true, false, false, false, false, false).lost(Tokens.NONE))
                .containsExactly(Branch.INTAKE, Branch.CITIES, Branch.DIRECT);
    }

    @Test
    @DisplayName("after the cities' deadline, no instance → both branches of the province and direct units begin")
    void afterTheDeadline() {
        assertThat(reviewing.lost(Tokens.NONE))
                .containsExactly(Branch.DEPARTMENT, Branch.COMMUNICATIONS, Branch.DIRECT);
    }

    @Test
    @DisplayName("cities of a later day still recommend when the province is due → nothing is lost")
    void citiesRecommend() {
        assertThat(reviewing.lost(new Tokens(false, true, false, false, 0, true, 0, false)))
                .isEmpty();
    }

    @Test
    @DisplayName("Department's branch gone, the CA's there → the Department's alone")
    void departmentGone() {
        assertThat(reviewing.lost(new Tokens(false, false, false, true, 0, true, 0, false)))
                .containsExactly(Branch.DEPARTMENT);
    }

    @Test
    @DisplayName("CA's branch gone, the Department's list at the join → the CA's alone")
    void communicationsGone() {
        assertThat(departmentDelivered.lost(new Tokens(false, false, false, false, 1, false, 1, false)))
                .containsExactly(Branch.COMMUNICATIONS);
    }

    @Test
    @DisplayName("Department delivered, the CA reviews, direct units are done → nothing is lost")
    void everythingStands() {
        assertThat(departmentDelivered.lost(new Tokens(false, false, false, true, 1, false, 1, false)))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "province delivered, direct units recommend → nothing is lost; one token there and none else → the rest")
    void lastJoin() {
        Standing provinceDelivered = new Standing(false, true, true, true, false, false);
        assertThat(provinceDelivered.lost(new Tokens(false, false, false, false, 0, true, 1, false)))
                .isEmpty();
        assertThat(provinceDelivered.lost(new Tokens(false, false, false, false, 0, false, 1, false)))
                .containsExactly(Branch.DIRECT);
    }

    @Test
    @DisplayName("both lists over and one token at the province's join → one more")
    void oneOfTwoAtTheJoin() {
        Standing provinceDelivered = new Standing(false, true, true, true, false, false);
        assertThat(provinceDelivered.lost(new Tokens(false, false, false, false, 1, true, 0, false)))
                .containsExactly(Branch.COMMUNICATIONS);
    }

    @Test
    @DisplayName("R3.8 all delivered, no instance → the ministry's review begins; while it runs → nothing is lost")
    void ministry() {
        Standing begun = new Standing(false, true, true, true, true, true);
        assertThat(begun.lost(Tokens.NONE)).containsExactly(Branch.MINISTRY);
        assertThat(begun.lost(new Tokens(false, false, false, false, 0, false, 0, true)))
                .isEmpty();
    }

    @Test
    @DisplayName("R4.3 a direct unit's window is open again while the ministry reviews → nothing before it begins")
    void lateBesideTheMinistry() {
        assertThat(new Standing(false, true, true, true, false, true).lost(Tokens.NONE))
                .containsExactly(Branch.MINISTRY);
    }
}

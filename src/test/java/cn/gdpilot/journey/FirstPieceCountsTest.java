package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.running.OtherSetting;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The counter goes by the other setting of arrivals. */
@OtherSetting(value = "pilot.arrival.counts=first", readBy = "arrivalRule")
class FirstPieceCountsTest extends Journey {

    private static final String CITY = "city-440900";

    @Test
    @DisplayName(
            "R4.1 where the first piece counts, the list has arrived with it; the rest is taken later, also after the deadline, and gets a receipt of its own")
    void firstPieceCounts() {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "首件送达");
        whenListed(CITY, List.of(project.id()));
        String page = "/desk/recommendations/" + round + "/" + CITY + "/arrival";
        clockShows("12-08T17:29:00");

        officer("dept-44").withToken("/account/password", "POST", page, "TABLE=1", "application/x-www-form-urlencoded");
        settle();

        Recommendation list = recommendations.get(round, CITY);
        assertThat(list.state()).isEqualTo(Recommendation.State.ARRIVED);
        whenClockShows("12-09T09:00:00");
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ARRIVED);
        officer("dept-44")
                .withToken(
                        "/account/password",
                        "POST",
                        page,
                        "TABLE=2&PAPER=6&DISC=1",
                        "application/x-www-form-urlencoded");
        assertThat(recommendations.get(round, CITY).arrivedAt()).isEqualTo(list.arrivedAt());
        assertThat(jdbc.sql("select count(*) from receipt where recommendation_id = :list")
                        .param("list", list.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}

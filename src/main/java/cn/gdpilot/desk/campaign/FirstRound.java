package cn.gdpilot.desk.campaign;

import static cn.gdpilot.desk.campaign.CampaignVariables.CITY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.MINISTRY_DEADLINE;
import static cn.gdpilot.desk.campaign.CampaignVariables.NOTICE_NUMBER;
import static cn.gdpilot.desk.campaign.CampaignVariables.TITLE;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.OfferedDates;
import cn.gdpilot.domain.deadline.RoundDates;
import cn.gdpilot.domain.text.Texts;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens a round at the very first start, so that a newcomer can work at once. */
@Component
@Order(0)
class FirstRound implements ApplicationRunner {

    private final RuntimeService runtime;
    private final Rounds rounds;
    private final PilotClock clock;
    private final OfferedDates offered;
    private final boolean wanted;

    FirstRound(
            RuntimeService runtime,
            Rounds rounds,
            PilotClock clock,
            OfferedDates offered,
            @Value("${pilot.first-round}") boolean wanted) {
        this.offered = offered;
        this.runtime = runtime;
        this.rounds = rounds;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!isDue()) {
            return;
        }
        int year = year();
        runtime.startProcessInstanceByKey(
                "campaign",
                Variables.putValue(TITLE, Texts.of("round.title", year))
                        .putValue(NOTICE_NUMBER, "")
                        .putValue(CITY_DEADLINE, offered.of(DeadlineKind.CITY, year))
                        .putValue(MINISTRY_DEADLINE, offered.of(DeadlineKind.MINISTRY, year)));
    }

    /** True until there is a round, where one is to be opened without a person. */
    boolean isDue() {
        return wanted && rounds.all().isEmpty();
    }

    /** This year, or the next if the ministry's day has passed. */
    private int year() {
        int year = clock.today().getYear();
        return RoundDates.parse(offered.of(DeadlineKind.MINISTRY, year)).isBefore(clock.now()) ? year + 1 : year;
    }
}

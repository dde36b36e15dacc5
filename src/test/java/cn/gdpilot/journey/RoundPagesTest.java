package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.running.LeavesUnattended;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages of a round stay under its year for ever. */
class RoundPagesTest extends Journey {

    @LeavesUnattended("the round is announced by hand")
    @Test
    @DisplayName(
            "the result is announced, a new year's round opens → the old year's pages answer, and lead to the others")
    void pagesStay() {
        givenRound();
        String first = round;
        Submitted project = givenSubmitted("city-440100", "T01", "往年项目");
        rounds.announced(first, clock.now());
        for (String page : List.of("/desk/progress", "/desk/deadlines", "/desk/deliveries")) {
            assertThat(page(page).status()).as("%s with no round open", page).isEqualTo(302);
        }

        givenNextRound();

        for (String page : List.of(
                "/desk/progress/" + first,
                "/desk/progress/" + first + "/projects",
                "/desk/deadlines/" + first,
                "/desk/deliveries/" + first,
                "/desk/experts/" + first,
                "/desk/merit/" + first,
                "/desk/rounds/" + first,
                "/results/" + first)) {
            assertThat(page(page).status()).as(page).isEqualTo(200);
        }
        assertThat(page("/desk/progress/" + first).body()).contains("/desk/progress/" + round);
        String shown = "aria-current=\"page\">" + rounds.get(first).title();
        // Its plan is read only, as of a round that is over.
        assertThat(page("/desk/experts/" + first).body()).contains(shown).doesNotContain("/desk/experts/plan");
        assertThat(page("/desk/merit/" + first).body()).contains(shown);
        assertThat(officer("city-440100")
                        .send("GET", "/dossier/" + project.id(), null)
                        .status())
                .isEqualTo(200);
    }

    private Answer page(String path) {
        return officer("dept-44").send("GET", path, null);
    }
}

package cn.gdpilot.rehearsal;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.clock.RehearsedRounds;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays rounds of invented applicants, one at a time and beside the work of the application, against this very
 * application over HTTP. It needs the demo's people and a clock that can be moved: profile {@code rehearsal} only.
 */
@Component
@Profile("rehearsal")
public class RoundPlays implements RehearsedRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RoundPlays.class);
    private static final String DEPARTMENT = "dept-44";
    private static final String PASSWORD = "demo";
    /** A round that is open already is played on if there is so much time left. */
    private static final Duration LEAST_TIME = Duration.ofDays(5);

    private final ServletWebServerApplicationContext context;
    private final Rounds rounds;
    private final Units units;
    private final Directions directions;
    private final UnitDeadlines deadlines;
    private final Applicants applicants;
    private final PilotClock clock;
    private final Path samples;
    private final ExecutorService stage =
            Executors.newSingleThreadExecutor(action -> new Thread(action, "rehearsed-round"));

    private volatile Play play = Play.NONE;

    RoundPlays(
            ServletWebServerApplicationContext context,
            Rounds rounds,
            Units units,
            Directions directions,
            UnitDeadlines deadlines,
            Applicants applicants,
            PilotClock clock,
            @Value("${pilot.samples-folder}") Path samples) {
        this.context = context;
        this.rounds = rounds;
        this.units = units;
        this.directions = directions;
        this.deadlines = deadlines;
        this.applicants = applicants;
        this.clock = clock;
        this.samples = samples;
    }

    /** How far the newest play is. */
    Play current() {
        return play;
    }

    /**
     * Begins a play; it goes on by itself.
     *
     * @throws Refusal if one is under way, or the sample files are not there
     */
    synchronized void start(RehearsalPlan plan) {
        if (play.running()) {
            throw Refusal.conflict("rehearsal.running");
        }
        if (!Files.isDirectory(samples)) {
            throw Refusal.unavailable("rehearsal.no-samples");
        }
        play = new Play(Play.State.RUNNING, null, "", 0, 0, null, Map.of(), null);
        stage.submit(() -> perform(plan));
    }

    private void perform(RehearsalPlan plan) {
        try {
            URI base = URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
            ClockHand hand = new ClockHand(new ApplicantClient(base, DEPARTMENT, PASSWORD), SyntheticRound.PAUSE);
            Round round = openRound(base, hand);
            Script script = script(round, plan, hand.now());
            SampleApplicants companies = new SampleApplicants(
                    base,
                    samples,
                    script.parts().stream().map(Part::application).toList());
            run(round, new SyntheticRound(script, hand, companies, new SampleOffices(base, companies)));
        } catch (RuntimeException failure) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Rehearsed round {} stopped at {}: {}", id, play.at(), failure.getMessage(), failure);
            play = play.ended(Play.State.FAILED, id);
        }
    }

    private void run(Round round, SyntheticRound performance) {
        List<Scene> scenes = performance.scenes();
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            play = new Play(
                    Play.State.RUNNING,
                    round.id(),
                    Texts.of(scene.what()),
                    i,
                    scenes.size(),
                    scene.at(),
                    performance.refusals(),
                    null);
            performance.play(scene);
        }
        play = play.ended(Play.State.DONE, null);
    }

    /** The round that is open, if there is time in it; else the next year's, opened on its usual day. */
    private Round openRound(URI base, ClockHand hand) {
        Instant enough = clock.now().plus(LEAST_TIME);
        Round open = rounds.current()
                .filter(round -> round.cityDeadline().isAfter(enough))
                .orElse(null);
        if (open != null) {
            return open;
        }
        OffsetDateTime now = hand.now();
        int year = now.getYear();
        if (!opening(year).isAfter(now)
                || rounds.all().stream().anyMatch(round -> round.roundYear() == now.getYear())) {
            year++;
        }
        hand.jumpTo(opening(year));
        new SampleOffices(base, new SampleApplicants(base, samples, List.of())).startRound(year);
        hand.settle();
        return rounds.current().orElseThrow();
    }

    private static OffsetDateTime opening(int year) {
        return LocalDateTime.of(year, 11, 29, 9, 0).atZone(PilotClock.GUANGDONG).toOffsetDateTime();
    }

    private Script script(Round round, RehearsalPlan plan, OffsetDateTime from) {
        SyntheticCast cast = new SyntheticCast(plan, directions::open, applicants.count());
        List<Part> parts = new ArrayList<>();
        List<Script.Office> offices = new ArrayList<>();
        for (Unit unit : units.takingApplications()) {
            if (plan.units().isEmpty() || plan.units().contains(unit.id())) {
                parts.addAll(cast.of(
                        unit, from, time(deadlines.submission(round, unit.id()).lastMoment())));
                offices.add(new Script.Office(
                        unit.id(),
                        time(deadlines.delivery(round.id(), unit.id()).lastMoment()),
                        cast.late()));
            }
        }
        return new Script(round.id(), from, time(round.cityDeadline()), time(round.ministryDeadline()), parts, offices);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(PilotClock.GUANGDONG).toOffsetDateTime();
    }

    @PreDestroy
    void leave() {
        stage.shutdownNow();
    }
}

package cn.gdpilot.domain.material;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lengths of videos by people who watched (R2.12); the newest counts, whatever the file says of itself. */
@Repository
public class VideoWatchings {

    private static final int LONGEST_SECONDS = 24 * 3600;
    private final JdbcClient jdbc;
    private final RecordBook book;
    private final PilotClock clock;

    VideoWatchings(JdbcClient jdbc, RecordBook book, PilotClock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Keeps what a person saw.
     *
     * @throws Refusal if it is no video, the length is none, or the remark too long
     */
    public void seen(Material video, int seconds, String remark, Actor actor) {
        if (video.kind() != MaterialKind.VIDEO) {
            throw Refusal.conflict("watching.no-video");
        }
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw Refusal.byRule("R2.12", "watching.length");
        }
        if (TextLimit.REASON.exceededBy(remark)) {
            throw Refusal.invalid("guard.answer-long", TextLimit.REASON.length());
        }
        jdbc.sql("""
                insert into video_watching (material_id, seconds, remark, person, office, at)
                values (:material, :seconds, :remark, :person, :office, :at)""")
                .param("material", video.id())
                .param("seconds", seconds)
                .param("remark", remark)
                .param("person", actor.person())
                .param("office", actor.office())
                .param("at", PilotClock.timestamp(clock.now()))
                .update();
        book.write(RecordEvent.of(actor, "video.watched", video.applicationId(), video.name() + " " + seconds + " s"));
    }

    /** What was seen last; empty if nobody had to watch it, or nobody has yet. */
    public Optional<VideoWatching> of(long materialId) {
        return jdbc.sql("""
                select material_id, seconds, remark, person, office, at from video_watching
                where material_id = :material order by id desc fetch first 1 row only""")
                .param("material", materialId)
                .query(VideoWatching.class)
                .optional();
    }

    /** The length by who watched it or else by the file; null where nobody knows. */
    public Integer seconds(Material video) {
        return of(video.id()).map(VideoWatching::seconds).orElse(video.videoSeconds());
    }
}

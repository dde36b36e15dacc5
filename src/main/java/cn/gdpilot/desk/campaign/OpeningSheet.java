package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.RoundOpening;
import cn.gdpilot.domain.calendar.RoundOpenings;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.deadline.DueDate;
import cn.gdpilot.domain.deadline.DueDates;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model asks about a round that is to be opened: {@code ${openingSheet.of(execution.processInstanceId)}}. */
@Component
public class OpeningSheet {

    private static final Duration TIME_TO_CONFIRM = Duration.ofDays(1);

    private final RoundOpenings openings;
    private final DueDates dates;
    private final Times times;

    OpeningSheet(RoundOpenings openings, DueDates dates, Times times) {
        this.openings = openings;
        this.dates = dates;
        this.times = times;
    }

    /** True if a second person must confirm it before it opens; the first round of all was asked for by nobody. */
    public boolean toConfirm(String instance) {
        return openings.find(instance).filter(RoundOpening::toConfirm).isPresent();
    }

    /** What the task list shows beside the task's name. */
    public String subject(String instance) {
        return get(instance).title();
    }

    /** The sheet, as Markdown. */
    public String of(String instance) {
        RoundOpening asked = get(instance);
        return new Markdown()
                .heading(asked.title())
                .line(Texts.of("opening.notice"), asked.noticeNumber())
                .line(Texts.of("opening.city"), new Deadline(asked.cityDeadline()).text())
                .line(Texts.of("opening.ministry"), new Deadline(asked.ministryDeadline()).text())
                .line(Texts.of("opening.asked-by"), asked.askedBy())
                .line(Texts.of("opening.asked-at"), times.of(asked.askedAt()))
                .paragraph(Texts.of("opening.how"))
                .render("");
    }

    public Date dueAt(String instance) {
        return date(instance).due();
    }

    public Date followUpAt(String instance) {
        return date(instance).followUp();
    }

    private DueDate date(String instance) {
        return dates.ofWork(null, get(instance).askedAt().plus(TIME_TO_CONFIRM));
    }

    private RoundOpening get(String instance) {
        return openings.find(instance).orElseThrow(() -> Refusal.conflict("opening.none"));
    }
}

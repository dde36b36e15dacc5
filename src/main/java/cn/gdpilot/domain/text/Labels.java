package cn.gdpilot.domain.text;

import org.springframework.stereotype.Component;

/** Labels and limits for pages: {@code ${@labels.of('state', application.state)}}. */
@Component
public class Labels {

    public String of(String family, Object value) {
        return value == null ? Texts.of("none") : Texts.label(family, value);
    }

    /** A sentence with a value put in: {@code ${@labels.text('calendar.to-enter', year)}}. */
    public String text(String key, Object value) {
        return Texts.of(key, value);
    }

    /** Most characters of a field, e.g. {@code th:maxlength="${@labels.longest('GROUNDS')}"}. */
    public int longest(String limit) {
        return TextLimit.valueOf(limit).length();
    }
}

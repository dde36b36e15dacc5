package cn.gdpilot.domain.text;

import org.springframework.stereotype.Component;

/** Labels for pages: {@code ${@labels.of('state', application.state)}}. */
@Component
public class Labels {

    public String of(String family, Object value) {
        return value == null ? Texts.of("none") : Texts.label(family, value);
    }
}

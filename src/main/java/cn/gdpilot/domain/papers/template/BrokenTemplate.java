package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.text.Texts;

/** A template that can not be used; the message says in Chinese what is wrong with it, and at which tag. */
class BrokenTemplate extends RuntimeException {

    BrokenTemplate(String text, Object... details) {
        super(Texts.of(text, details));
    }
}

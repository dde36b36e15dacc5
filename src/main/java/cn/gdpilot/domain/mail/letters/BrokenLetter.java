package cn.gdpilot.domain.mail.letters;

import cn.gdpilot.domain.text.Texts;

/** A letter's text that can not be used; the message says in Chinese what is wrong with it. */
class BrokenLetter extends RuntimeException {

    BrokenLetter(String text, String detail) {
        super(Texts.of(text, detail));
    }
}

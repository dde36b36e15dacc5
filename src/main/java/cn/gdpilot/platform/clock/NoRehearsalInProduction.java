package cn.gdpilot.platform.clock;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A clock that can be moved would open every deadline: such a start is refused. */
@Component
@Profile("production & (rehearsal | play)")
public class NoRehearsalInProduction {

    NoRehearsalInProduction() {
        throw new IllegalStateException(
                "Profile \"rehearsal\" moves the clock and can not be used together with \"production\".");
    }
}

package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.platform.engine.feel.FeelTime;
import java.time.Duration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** All FEEL that one command evaluates may take so much of the processor's time together. */
class FeelAllowance extends CommandInterceptor {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public <T> T execute(Command<T> command) {
        return FeelTime.within(LONGEST, () -> next.execute(command));
    }
}

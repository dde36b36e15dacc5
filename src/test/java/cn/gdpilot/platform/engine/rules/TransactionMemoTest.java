package cn.gdpilot.platform.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransactionMemoTest extends DataTest {

    private final TransactionMemo memo = new TransactionMemo();
    private final AtomicInteger read = new AtomicInteger();

    @Test
    @Committed
    @DisplayName("asked twice in a transaction → read once; in the next one → read again")
    void oneTransaction() {
        assertThat(committed(() -> facts("GD2026-1") + facts("GD2026-1"))).isEqualTo(1 + 1);
        assertThat(committed(() -> facts("GD2026-1"))).isEqualTo(2);
    }

    @Test
    @Committed
    @DisplayName("asked for two ids in a transaction → each is read")
    void twoIds() {
        assertThat(committed(() -> facts("GD2026-1") + facts("GD2026-2"))).isEqualTo(1 + 2);
    }

    @Test
    @Committed
    @DisplayName("asked without a transaction → read each time")
    void without() {
        facts("GD2026-1");

        assertThat(facts("GD2026-1")).isEqualTo(2);
    }

    private int facts(String id) {
        return memo.of(id, Integer.class, read::incrementAndGet);
    }
}

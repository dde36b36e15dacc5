package cn.gdpilot.domain.disc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R4.2 what a person found on a disc, compared with the list. */
class DiscFindingsTest {

    private static final long SMALL = 1024 * 1024 + 3 * 2048 + 30_000;

    private final DiscSet discs =
            new DiscFixture().project("高岭土", "一.pdf", "二.pdf", "三.pdf").discs(SMALL);

    @Test
    @DisplayName("of several discs it is found out which one it is, and each checks by itself")
    void volumes() {
        DiscVolume second = discs.volumes().get(1);

        DiscFindings findings = compared(sums(second.hashes(), "  "));

        assertThat(findings.volume()).isEqualTo(2);
        assertThat(findings.volumes()).isEqualTo(discs.volumes().size());
        assertThat(findings.whole()).isTrue();
    }

    @Test
    @DisplayName("what sha256sum and PowerShell write is read alike: marks, folders, capitals, backslashes, UTF-16")
    void formats() {
        Map<String, String> hashes = discs.volume(null).hashes();
        String binary = sums(hashes, " *");
        String fromAbove = hashes.entrySet().stream()
                .map(one -> one.getValue() + "  ./disc/" + one.getKey())
                .collect(Collectors.joining("\n"));
        String powerShell = "\uFEFF"
                + hashes.entrySet().stream()
                        .map(one -> one.getValue().toUpperCase(Locale.ROOT) + "  .\\"
                                + one.getKey().replace('/', '\\'))
                        .collect(Collectors.joining("\r\n"));

        assertThat(compared(binary).whole()).isTrue();
        assertThat(compared(fromAbove).whole()).isTrue();
        DiscEvidence evidence = DiscEvidence.of(
                "", List.of(new DiscEvidence.Handed("sums.txt", powerShell.getBytes(StandardCharsets.UTF_16LE))));
        assertThat(DiscFindings.of(discs.candidates(), evidence).whole()).isTrue();
    }

    @Test
    @DisplayName("one digit of the manifest changed is found, though every file is as it was")
    void manifest() {
        Map<String, String> hashes = discs.volume(null).hashes();
        hashes.put(
                "manifest-sha256.txt",
                "0" + hashes.get("manifest-sha256.txt").substring(1).replace('a', 'b'));

        assertThat(compared(sums(hashes, "  ")).changed()).containsExactly("manifest-sha256.txt");
    }

    @Test
    @DisplayName("a line that is no hash is named; bagit.txt alone tells nothing")
    void refused() {
        assertThatThrownBy(() -> DiscEvidence.of("zzz", List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("第 1 行");
        assertThatThrownBy(() -> DiscEvidence.of("", List.of(new DiscEvidence.Handed("bagit.txt", new byte[] {1}))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> DiscEvidence.of("", List.of())).isInstanceOf(Refusal.class);
    }

    private DiscFindings compared(String sums) {
        return DiscFindings.of(discs.candidates(), DiscEvidence.of(sums, List.of()));
    }

    private static String sums(Map<String, String> hashes, String between) {
        return hashes.entrySet().stream()
                .map(one -> one.getValue() + between + one.getKey() + "\n")
                .collect(Collectors.joining());
    }
}

/** Letters' texts that officers edit, and the words that each is given. */
package cn.gdpilot.domain.mail.letters;

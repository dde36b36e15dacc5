/** Files looked at for viruses after their upload. */
package cn.gdpilot.domain.files.scan;

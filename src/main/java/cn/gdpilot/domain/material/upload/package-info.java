/** Uploads that go on where they stopped, by tus 1.0. */
package cn.gdpilot.domain.material.upload;

"""The paper on partnership policies: is a tailored policy required?"""
